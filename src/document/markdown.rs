//! Whether a text is written in Markdown (specification §3.2).

/// Two different signs make a text Markdown: one alone occurs in plain reports, such as a list
/// whose items begin with `- `.
const SIGNS_NEEDED: u32 = 2;

/// So many list items are one sign.
const LIST_ITEMS: u32 = 3;

/// Whether `text` shows at least two different signs of Markdown.
pub(super) fn detect(text: &str) -> bool {
    let mut seen = Signs::default();
    for line in text.split('\n') {
        seen.look_at(line);
    }
    let signs = seen.count();
    // Links are looked for last: only they need the whole text rather than the lines' beginnings.
    signs >= SIGNS_NEEDED || (signs + 1 == SIGNS_NEEDED && has_link(text))
}

/// The signs that a line's first characters give.
#[derive(Default)]
struct Signs {
    heading: bool,
    fence: bool,
    quote: bool,
    table: bool,
    items: u32,
}

impl Signs {
    fn look_at(&mut self, line: &str) {
        match line.as_bytes().first() {
            Some(b'#') => {
                let level = line.bytes().take_while(|&b| b == b'#').count();
                self.heading |= level <= 6 && line.as_bytes().get(level) == Some(&b' ');
            }
            Some(b'`' | b'~') => self.fence |= line.starts_with("```") || line.starts_with("~~~"),
            Some(b'>') => self.quote |= line.starts_with("> "),
            Some(b'|') => self.table |= line.len() > 2 && line.trim_end().ends_with('|'),
            Some(b'-' | b'*') => self.items += u32::from(line.as_bytes().get(1) == Some(&b' ')),
            _ => {}
        }
    }

    fn count(&self) -> u32 {
        [self.heading, self.fence, self.quote, self.table, self.items >= LIST_ITEMS]
            .into_iter()
            .map(u32::from)
            .sum()
    }
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
