//! What is said about a document that was read: its tracked changes, and what is not shown.

use super::count;
use crate::document::{Note, NoteKind, Revisions};

pub(crate) const REVISIONS: &str = "修订";
/// The sides of tracked changes, as they can be chosen.
pub(crate) const REVISION_SIDES: [(&str, Revisions); 2] =
    [("接受修订后", Revisions::Accepted), ("修订前", Revisions::Original)];

/// What the file holds that the text does not show; `None` if there is nothing to say.
#[must_use]
pub(crate) fn notes(notes: &[Note], revisions: Revisions) -> Option<String> {
    let note = |note: &Note| {
        let number = count(note.count as usize);
        match note.kind {
            NoteKind::Revisions => match revisions {
                Revisions::Accepted => format!("有 {number} 处修订，按接受后的文字核稿"),
                Revisions::Original => format!("有 {number} 处修订，按修订前的原文核稿"),
            },
            NoteKind::HiddenText => format!("有 {number} 处隐藏文字没有读入"),
            NoteKind::Comments => format!("有 {number} 条批注没有读入"),
            NoteKind::Footnotes => format!("有 {number} 条脚注、尾注没有读入"),
            NoteKind::Contents => "目录没有读入".to_owned(),
        }
    };
    let said: Vec<String> = notes.iter().map(note).collect();
    (!said.is_empty()).then(|| format!("这份文件{}。", said.join("；")))
}
