//! The Chinese words that stand in the file besides the report's own.

/// Who asks in the margin.
#[cfg(feature = "documents")]
pub(super) const COMMENT_AUTHOR: &str = "核稿";

/// The short form of that name.
#[cfg(feature = "documents")]
pub(super) const COMMENT_INITIALS: &str = "核";

/// What a comment says of an open blank.
pub(super) fn comment(name: &str, unit: &str, kind: &str, section: &str) -> Vec<String> {
    let what = if unit.is_empty() {
        format!("待填：{name}")
    } else {
        format!("待填：{name}（单位：{unit}）")
    };
    let mut lines = vec![what];
    if name != kind {
        lines.push(format!("类别：{kind}"));
    }
    if !section.is_empty() {
        lines.push(format!("章节：{section}"));
    }
    lines
}
