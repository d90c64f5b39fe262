//! The readable summary of an analysis, for a terminal.

use crate::analysis::{Analysis, PlacedMetric, PlacedPlaceholder};
use crate::document::{Document, Note, NoteKind, Revisions};
use crate::metric::Value;
use crate::outline::Section;
use crate::placeholder::Severity as Fill;
use crate::rules::{Finding, Severity};
use crate::text::Span;
use std::fmt::Write;

/// So many columns of the indicator's name are shown.
const NAME_COLUMNS: usize = 36;

/// So many columns of the text around a place are shown.
const CONTEXT_COLUMNS: usize = 40;

/// Writes what `analysis` says about `document`: outline, metrics, blanks, findings.
#[must_use]
pub fn summary(document: &Document, analysis: &Analysis) -> String {
    let summary = Summary { document, analysis, line_starts: line_starts(&document.text) };
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = summary.write(&mut out);
    out
}

struct Summary<'a> {
    document: &'a Document,
    analysis: &'a Analysis,
    line_starts: Vec<u32>,
}

impl Summary<'_> {
    fn write(&self, out: &mut String) -> std::fmt::Result {
        self.write_head(out)?;
        self.write_outline(out)?;
        self.write_metrics(out)?;
        self.write_blanks(out)?;
        self.write_findings(out)
    }

    fn write_head(&self, out: &mut String) -> std::fmt::Result {
        let (source, outline) = (&self.document.source, &self.analysis.outline);
        let title = outline.frame.title.map_or("（无标题）".into(), |title| self.shown(title));
        writeln!(out, "{title}")?;
        let name = source.name.as_deref().unwrap_or("（粘贴的文字）");
        let encoding = source.encoding.as_deref().unwrap_or_default();
        writeln!(out, "文件：{name} {encoding}")?;
        let year = outline.year.map_or("未注明".into(), |year| format!("{year}年"));
        let genre = genre_name(outline.genre);
        let (characters, paragraphs) = (self.analysis.characters, self.analysis.paragraphs);
        writeln!(out, "文种：{genre}  年度：{year}  字数：{characters}  段落：{paragraphs}")?;
        if source.lost_characters > 0 {
            writeln!(out, "有 {} 个字符无法解码，显示为 \u{FFFD}。", source.lost_characters)?;
        }
        for Note { kind, count } in &source.notes {
            writeln!(out, "{}：{count} 处", note_name(*kind, source.revisions))?;
        }
        Ok(())
    }

    fn write_outline(&self, out: &mut String) -> std::fmt::Result {
        let sections = &self.analysis.outline.sections;
        writeln!(out, "\n提纲（{} 节）", sections.len())?;
        for Section { number, title, depth, confidence, .. } in sections {
            let indent = "  ".repeat(usize::from(*depth));
            let doubt = if *confidence < 60 { "（疑似标题）" } else { "" };
            writeln!(out, "{indent}{number}{title}{doubt}")?;
        }
        Ok(())
    }

    fn write_metrics(&self, out: &mut String) -> std::fmt::Result {
        let metrics = &self.analysis.metrics;
        writeln!(out, "\n指标（{} 项）", metrics.len())?;
        let rows: Vec<[String; 4]> = metrics.iter().map(|metric| self.metric_row(metric)).collect();
        write_table(out, &rows)
    }

    /// Name, value, unit and line of a metric.
    fn metric_row(&self, placed: &PlacedMetric) -> [String; 4] {
        let metric = &placed.at.fact;
        let value = match &metric.value {
            None => "待填".to_owned(),
            Some(Value::Figure(figure)) => figure.to_string(),
            Some(Value::Range(from, to)) => format!("{from}—{to}"),
            Some(Value::Fraction(part, whole)) => format!("{part}/{whole}"),
            Some(Value::Ratio(parts)) => {
                parts.iter().map(ToString::to_string).collect::<Vec<_>>().join(":")
            }
        };
        let name = shorten(&metric.name, NAME_COLUMNS);
        [name, value, metric.unit.clone(), self.line_label(placed.at.place(metric.span))]
    }

    fn write_blanks(&self, out: &mut String) -> std::fmt::Result {
        let blanks = &self.analysis.placeholders;
        let open = blanks.iter().filter(|blank| blank.at.fact.severity == Fill::Fill).count();
        writeln!(out, "\n待填（{open} 处）")?;
        let rows: Vec<[String; 4]> = blanks.iter().map(|blank| self.blank_row(blank)).collect();
        write_table(out, &rows)
    }

    /// Type, label, text and line of a blank.
    fn blank_row(&self, placed: &PlacedPlaceholder) -> [String; 4] {
        let blank = &placed.at.fact;
        let metric = placed.metric.and_then(|index| self.analysis.metrics.get(index as usize));
        let label = metric.map_or(blank.label.as_str(), |metric| metric.at.fact.name.as_str());
        let place = placed.at.place(blank.span);
        let kind = blank.kind.name().to_owned();
        [kind, shorten(label, NAME_COLUMNS), self.shown(place), self.line_label(place)]
    }

    fn write_findings(&self, out: &mut String) -> std::fmt::Result {
        let findings = &self.analysis.findings;
        writeln!(out, "\n问题（{} 处）", findings.len())?;
        for Finding { severity, span, message, .. } in findings {
            let severity = match severity {
                Severity::Error => "错误",
                Severity::Warning => "警告",
                Severity::Info => "提示",
            };
            let (line, text) =
                (self.line_label(*span), shorten(&self.shown(*span), CONTEXT_COLUMNS));
            writeln!(out, "  {severity}  {line}  {message}  〔{text}〕")?;
        }
        Ok(())
    }

    /// The text at `span` on one line.
    fn shown(&self, span: Span) -> String {
        span.of(&self.document.text).replace('\n', "")
    }

    /// The line on which `span` begins, counted from 1.
    fn line_label(&self, span: Span) -> String {
        let line = self.line_starts.partition_point(|&start| start <= span.start);
        format!("第{line}行")
    }
}

/// Where each line of `text` begins.
fn line_starts(text: &str) -> Vec<u32> {
    let breaks = text.match_indices('\n').map(|(at, _)| at as u32 + 1);
    std::iter::once(0).chain(breaks).collect()
}

/// Writes rows with their columns aligned; the last column is not padded.
fn write_table(out: &mut String, rows: &[[String; 4]]) -> std::fmt::Result {
    let width = |column: usize| rows.iter().map(|row| columns(&row[column])).max().unwrap_or(0);
    let widths = [width(0), width(1), width(2)];
    for [first, second, third, last] in rows {
        out.push_str("  ");
        for (cell, width) in [first, second, third].into_iter().zip(widths) {
            let gap = " ".repeat(width - columns(cell) + 2);
            write!(out, "{cell}{gap}")?;
        }
        writeln!(out, "{last}")?;
    }
    Ok(())
}

/// How many columns of a terminal `text` takes: two for a Han or full-width character.
fn columns(text: &str) -> usize {
    text.chars().map(character_columns).sum()
}

fn character_columns(c: char) -> usize {
    let wide = matches!(c, '\u{1100}'..='\u{115F}' | '\u{2E80}'..='\u{A4CF}' | '\u{AC00}'..='\u{D7A3}')
        || matches!(c, '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE4F}' | '\u{FF01}'..='\u{FF60}')
        || matches!(c, '\u{FFE0}'..='\u{FFE6}' | '\u{1F300}'..='\u{1FAFF}' | '\u{20000}'..='\u{3FFFD}');
    if wide { 2 } else { 1 }
}

/// `text` cut after so many columns, with … for the rest.
fn shorten(text: &str, most: usize) -> String {
    if columns(text) <= most {
        return text.to_owned();
    }
    let mut used = 1;
    let fits = |c: &char| {
        used += character_columns(*c);
        used <= most
    };
    text.chars().take_while(fits).chain(['…']).collect()
}

/// The genre as it is called.
fn genre_name(genre: crate::outline::Genre) -> &'static str {
    use crate::outline::Genre;
    match genre {
        Genre::DutyReport => "述职报告",
        Genre::WorkSummary => "工作总结",
        Genre::GovernmentReport => "政府工作报告",
        Genre::ResearchReport => "调研报告",
        Genre::IntegrityReport => "述责述廉",
        Genre::Other => "其他",
    }
}

/// What the file holds that the text does not show, as it is called.
fn note_name(kind: NoteKind, revisions: Revisions) -> &'static str {
    match (kind, revisions) {
        (NoteKind::Revisions, Revisions::Accepted) => "修订（按接受修订后的文字读入）",
        (NoteKind::Revisions, Revisions::Original) => "修订（按修订前的原文读入）",
        (NoteKind::HiddenText, _) => "隐藏文字（没有读入）",
        (NoteKind::Comments, _) => "批注（没有读入）",
        (NoteKind::Footnotes, _) => "脚注、尾注（没有读入）",
        (NoteKind::Contents, _) => "目录（没有读入）",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::analyze;
    use crate::document::Source;

    #[test]
    fn the_summary_names_every_part() {
        let text = "2022年工作总结\n一、工作\n完成投资。\n（一）学习。好。";
        let document = Document::from_text(Source::default(), text.into());
        let shown = summary(&document, &analyze(&document));
        let expected = "2022年工作总结\n文件：（粘贴的文字） \n文种：工作总结  年度：2022年";
        assert!(shown.starts_with(expected), "{shown}");
        assert!(shown.contains("提纲（2 节）\n  一、工作\n    （一）学习\n"), "{shown}");
        assert!(shown.contains("\n问题（"), "{shown}");
    }

    #[test]
    fn tables_are_aligned_by_display_width() {
        let row = |cells: [&str; 4]| cells.map(str::to_owned);
        let mut out = String::new();
        let rows = [row(["投资", "1.5", "亿元", "第1行"]), row(["GDP", "待填", "%", "第2行"])];
        write_table(&mut out, &rows).unwrap();
        assert_eq!(out, "  投资  1.5   亿元  第1行\n  GDP   待填  %     第2行\n");
    }

    #[test]
    fn long_names_are_cut() {
        assert_eq!(shorten("全面完成恢复耕地", 9), "全面完成…");
        assert_eq!(shorten("耕地", 4), "耕地");
    }
}
