//! One paragraph on its way to a [`Body`](super::body::Body), and the blanks that forms leave in it.

#[cfg(feature = "documents")]
use super::trace::{Origin, Piece, Trace};
#[cfg(feature = "documents")]
use crate::text::Span;

/// The text of one paragraph while its runs arrive.
///
/// A stretch of underlined blanks is how a form leaves a place to fill in; the underline would be
/// lost with the formatting, so it is written as `____`.
#[derive(Default)]
pub(super) struct Line {
    text: String,
    /// Where the underlined stretch at the end begins.
    underlined: Option<usize>,
    /// Where the text stands in the file, if somebody asked.
    #[cfg(feature = "documents")]
    pub(super) trace: Option<Trace>,
}

impl Line {
    /// Appends plain text.
    pub(super) fn push(&mut self, text: &str) {
        if !text.is_empty() {
            self.end_stretch();
            self.text.push_str(text);
        }
    }

    /// Appends underlined text.
    pub(super) fn push_underlined(&mut self, text: &str) {
        self.underlined.get_or_insert(self.text.len());
        self.text.push_str(text);
    }

    /// Appends what element `node` of the file says, or stands for.
    #[cfg(feature = "documents")]
    pub(super) fn push_traced(&mut self, text: &str, underlined: bool, node: u32, origin: Origin) {
        if underlined {
            self.push_underlined(text);
        } else {
            self.push(text);
        }
        if let Some(trace) = self.trace.as_mut().filter(|_| !text.is_empty()) {
            let span = Span::new(self.text.len() - text.len(), self.text.len());
            let value = if origin == Origin::Mark { 0 } else { text.len() };
            trace.pieces.push(Piece { span, node, value: Span::new(0, value), origin });
        }
    }

    /// Appends `text`, which is written for what `nodes` say: elements with the lengths of their texts.
    #[cfg(feature = "documents")]
    pub(super) fn push_for(&mut self, text: &str, nodes: impl Iterator<Item = (u32, usize)>) {
        self.push(text);
        let Some(trace) = &mut self.trace else { return };
        let start = self.text.len() - text.len();
        for (node, length) in nodes {
            let (span, value) = (Span::new(start, start), Span::new(0, length));
            trace.pieces.push(Piece { span, node, value, origin: Origin::Rewritten });
        }
        trace.join(start, self.text.len());
    }

    /// Its length in bytes so far.
    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    /// The text from byte `start` on.
    pub(super) fn since(&self, start: usize) -> &str {
        self.text.get(start..).unwrap_or_default()
    }

    /// Replaces the text from byte `start` on.
    pub(super) fn replace_since(&mut self, start: usize, text: &str) {
        self.underlined = None;
        self.text.truncate(start);
        self.text.push_str(text);
        self.join_since(start);
    }

    /// The whole text; the line is empty again.
    pub(super) fn take(&mut self) -> String {
        self.end_stretch();
        std::mem::take(&mut self.text)
    }

    /// The whole text with where it stands in the file; the line is empty again.
    #[cfg(feature = "documents")]
    pub(super) fn take_traced(&mut self) -> (String, Vec<Piece>) {
        let text = self.take();
        (
            text,
            self.trace.as_mut().map(|trace| std::mem::take(&mut trace.pieces)).unwrap_or_default(),
        )
    }

    fn end_stretch(&mut self) {
        let Some(start) = self.underlined.take() else { return };
        let width = |c: char| match c {
            '\t' => 4,
            '\u{3000}' => 2,
            _ => 1,
        };
        let stretch = &self.text[start..];
        let is_blank = stretch.chars().all(|c| c.is_whitespace() && c != '\n');
        let columns: usize = stretch.chars().map(width).sum();
        if is_blank && columns >= 2 {
            self.text.truncate(start);
            self.text.push_str(&"_".repeat(columns.clamp(4, 40)));
            self.join_since(start);
        }
    }

    /// The text from byte `start` on was written for what stood there.
    fn join_since(&mut self, start: usize) {
        #[cfg(feature = "documents")]
        if let Some(trace) = &mut self.trace {
            trace.join(start, self.text.len());
        }
        #[cfg(not(feature = "documents"))]
        let _ = (&self, start);
    }
}

/// A blank where the form shows `prompt`: the prompt of Word itself, which is known as a blank,
/// marks of a blank as they are, any other in the words of an instruction.
pub(super) fn blank(prompt: &str) -> String {
    const KNOWN: &[&str] = &["单击", "点击", "选择", "[", "Click", "Choose", "Enter", "【"];
    let prompt = prompt.trim();
    let is_mark = |c: char| matches!(c, '_' | '＿' | '×' | '*' | '＊' | 'X' | 'x');
    if KNOWN.iter().any(|known| prompt.starts_with(known)) || prompt.contains(is_mark) {
        return prompt.to_owned();
    }
    match prompt.chars().count() {
        0 => "____".to_owned(),
        1..=30 => format!("【此处填写：{prompt}】"),
        _ => "【此处填写】".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn underlined_blanks_are_a_place_to_fill_in() {
        #[track_caller]
        fn check(runs: &[(&str, bool)], expected: &str) {
            let mut line = Line::default();
            for &(text, underlined) in runs {
                if underlined { line.push_underlined(text) } else { line.push(text) }
            }
            assert_eq!(line.take(), expected);
        }
        check(&[("完成", false), ("  ", true), ("    ", true), ("万元", false)], "完成______万元");
        check(&[("日期：", false), ("\t", true)], "日期：____");
        check(&[("姓名", false), ("  张三  ", true)], "姓名  张三  ");
        check(&[("New", true), (" ", true), ("York", true)], "New York");
    }

    #[test]
    fn a_prompt_is_a_blank() {
        assert_eq!(blank("单击或点击此处输入文字。"), "单击或点击此处输入文字。");
        assert_eq!(blank("请输入单位名称"), "【此处填写：请输入单位名称】");
        assert_eq!(blank(" "), "____");
    }
}
