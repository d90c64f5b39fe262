//! Whether a text is written in Markdown (specification §3.2).

/// Two different signs make a text Markdown: one alone occurs in plain reports, such as a list
/// whose items begin with `- `.
const SIGNS_NEEDED: usize = 2;

/// Whether a line is of one kind.
type IsSign = fn(&str) -> bool;

/// The signs a line can begin with, and how many such lines make the sign.
const SIGNS: &[(IsSign, u32)] = &[
    (is_heading, 1),
    (|line| line.starts_with("```") || line.starts_with("~~~"), 1),
    (|line| line.starts_with("> "), 1),
    (|line| line.len() > 2 && line.starts_with('|') && line.trim_end().ends_with('|'), 1),
    (|line| line.starts_with("- ") || line.starts_with("* "), 3),
];

/// Whether `text` shows at least two different signs of Markdown.
pub(super) fn detect(text: &str) -> bool {
    let mut counts = [0; SIGNS.len()];
    for line in
        text.split('\n').filter(|line| line.starts_with(['#', '`', '~', '>', '|', '-', '*']))
    {
        for (count, (is_sign, _)) in counts.iter_mut().zip(SIGNS) {
            *count += u32::from(is_sign(line));
        }
    }
    let signs = counts.iter().zip(SIGNS).filter(|(count, (_, needed))| *count >= needed).count();
    // Links are looked for last: only they need the whole text rather than the lines' beginnings.
    signs >= SIGNS_NEEDED || (signs + 1 == SIGNS_NEEDED && has_link(text))
}

/// `## 标题`
fn is_heading(line: &str) -> bool {
    let level = line.bytes().take_while(|&byte| byte == b'#').count();
    (1..=6).contains(&level) && line.as_bytes().get(level) == Some(&b' ')
}

/// Whether `[text](address)` stands somewhere on one line.
fn has_link(text: &str) -> bool {
    text.split('\n').any(|line| {
        let after = |from: &'_ str, mark: &str| from.find(mark).map(|at| at + mark.len());
        let Some(bracket) = after(line, "[") else { return false };
        let Some(middle) = after(&line[bracket..], "](") else { return false };
        line[bracket + middle..].contains(')')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, markdown: bool) {
        assert_eq!(detect(text), markdown, "{text}");
    }

    #[test]
    fn two_signs_make_markdown() {
        check("# 工作总结\n\n- 甲\n- 乙\n- 丙\n", true);
        check("## 一、概况\n\n见[附件](a.docx)。", true);
        check("> 引文\n\n| 指标 | 数值 |\n| 投资 | 3亿元 |", true);
        check("```\n代码\n```\n# 标题", true);
    }

    #[test]
    fn one_sign_does_not() {
        check("《**市**县产业开发区**工业园2022年度成片开发方案》", false);
        check("- 甲\n- 乙\n- 丙\n- 丁", false);
        check("# 1号楼\n#2号楼", false);
        check("", false);
    }

    #[test]
    fn a_long_line_of_half_links_is_read_once() {
        check(&"](".repeat(50_000), false);
    }
}
