//! The report as Markdown (`CommonMark` with tables).

use super::layout::{Element, LayoutModel, Mark, Paragraph, Role, Row, Run};

/// Characters that Markdown takes for marks wherever they stand.
const MARKS: &str = "\\`*_[]<>|~#&";

/// The deepest heading.
const DEEPEST: usize = 6;

/// The report as Markdown: the title as `#`, headings beneath it by their depth, a heading run into
/// its paragraph in bold. A reader of Markdown shows the text of the report, character by character.
#[must_use]
pub fn to_markdown(model: &LayoutModel) -> String {
    let mut text = String::new();
    let mut is_list = false;
    for element in &model.elements {
        let is_item = matches!(element, Element::Paragraph(own) if own.role == Role::ListItem);
        // What followed the last item of a list on the next line would be part of it.
        if is_list && !is_item {
            text.push('\n');
        }
        is_list = is_item;
        match element {
            Element::Paragraph(paragraph) => write_paragraph(&mut text, paragraph),
            Element::Table(rows) => write_table(&mut text, rows),
        }
    }
    text.truncate(text.trim_end_matches('\n').len());
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

fn write_paragraph(text: &mut String, paragraph: &Paragraph) {
    let hashes = match paragraph.role {
        Role::Empty => return,
        Role::Title => 1,
        Role::Heading { depth, .. } => usize::from(depth) + 1,
        Role::Attachment | Role::AttachmentTitle => 2,
        _ => 0,
    };
    match paragraph.role {
        _ if hashes > 0 => {
            text.push_str(&"#".repeat(hashes.min(DEEPEST)));
            text.push(' ');
        }
        Role::ListItem => text.push_str("- "),
        _ => {}
    }
    // A heading is one line, and so is everything else: breaks inside would be read as blanks.
    text.push_str(&inline(&paragraph.runs, hashes == 0).replace('\n', "<br>"));
    text.push_str(if paragraph.role == Role::ListItem { "\n" } else { "\n\n" });
}

fn write_table(text: &mut String, rows: &[Row]) {
    for (index, row) in rows.iter().enumerate() {
        let cells = row.iter().map(|cell| {
            let lines = cell.iter().map(|runs| inline(runs, false).replace('\n', "<br>"));
            lines.collect::<Vec<_>>().join("<br>")
        });
        text.push_str("| ");
        text.push_str(&cells.collect::<Vec<_>>().join(" | "));
        text.push_str(" |\n");
        if index == 0 {
            text.push_str(&"| --- ".repeat(row.len()));
            text.push_str("|\n");
        }
    }
    text.push('\n');
}

/// The text of a line. Where `starts` it could be taken for a list, a rule or code by its beginning.
fn inline(runs: &[Run], starts: bool) -> String {
    let mut line = String::new();
    let shown: Vec<&Run> = runs.iter().filter(|run| run.mark != Some(Mark::Deleted)).collect();
    let mut rest = shown.as_slice();
    while let Some(first) = rest.first() {
        let bold = is_strong(first);
        let len = rest.iter().take_while(|run| is_strong(run) == bold).count();
        let words: String = rest[..len].iter().map(|run| run.text.as_str()).collect();
        rest = &rest[len..];
        if bold {
            let after = rest.first().and_then(|run| run.text.chars().next());
            push_strong(&mut line, &words, after);
        } else {
            push_escaped(&mut line, &words);
        }
    }
    if starts { guard_start(&line) } else { line }
}

fn is_strong(run: &Run) -> bool {
    run.bold || run.heading.is_some()
}

/// Words in bold, the full stop of a heading behind the stars: between `。**` and a character
/// Markdown sees no end of emphasis. Where it would see none at all the words stay plain.
fn push_strong(line: &mut String, words: &str, after: Option<char>) {
    let inner = words.trim_end_matches(['。', '：', '！', '？', ':']);
    let tail = &words[inner.len()..];
    let next = tail.chars().next().or(after);
    let edge = |c: char| c.is_whitespace() || !c.is_alphanumeric();
    let opens = match (line.chars().next_back(), inner.chars().next()) {
        (_, None) => false,
        (None, Some(first)) => !first.is_whitespace(),
        (Some(before), Some(first)) => !edge(first) || (edge(before) && !first.is_whitespace()),
    };
    let closes = match (inner.chars().next_back(), next) {
        (Some(last), None) => !last.is_whitespace(),
        (Some(last), Some(next)) => !edge(last) || (edge(next) && !last.is_whitespace()),
        (None, _) => false,
    };
    let stars = if opens && closes { "**" } else { "" };
    line.push_str(stars);
    push_escaped(line, inner);
    line.push_str(stars);
    push_escaped(line, tail);
}

fn push_escaped(line: &mut String, text: &str) {
    for c in text.chars() {
        if MARKS.contains(c) {
            line.push('\\');
        }
        line.push(c);
    }
}

/// The line so that its beginning is text: `1. `, `- `, `+ `, `---`, `===`.
fn guard_start(line: &str) -> String {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let at = match line[digits..].chars().next() {
        Some('.' | ')') if digits > 0 => digits,
        Some('-' | '+' | '=') if digits == 0 => 0,
        _ => return line.to_owned(),
    };
    [&line[..at], "\\", &line[at..]].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(runs: &[(&str, bool)], expected: &str) {
        let run = |(text, strong): &(&str, bool)| Run {
            text: (*text).to_owned(),
            heading: strong.then_some(2),
            ..Run::default()
        };
        let runs: Vec<Run> = runs.iter().map(run).collect();
        assert_eq!(inline(&runs, true), expected);
    }

    #[test]
    fn marks_of_markdown_are_text() {
        check(
            &[("完成*户，《**市**县》[1]_x_", false)],
            "完成\\*户，《\\*\\*市\\*\\*县》\\[1\\]\\_x\\_",
        );
        check(&[("1. 绩效", false)], "1\\. 绩效");
        check(&[("1.绩效", false)], "1\\.绩效");
        check(&[("- 绩效", false)], "\\- 绩效");
        check(&[("12次", false)], "12次");
        check(&[("<b>&lt;", false)], "\\<b\\>\\&lt;");
    }

    #[test]
    fn headings_run_into_their_paragraph_are_bold() {
        check(&[("（一）粮食安全。", true), ("全面落实", false)], "**（一）粮食安全**。全面落实");
        check(&[("2.落实“一岗双责”。", true), ("认真", false)], "**2.落实“一岗双责”**。认真");
        check(&[("（）", true), ("认真", false)], "（）认真");
    }
}
