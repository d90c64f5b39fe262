//! What the user is told when bytes cannot be read: what the file is, and what to do.

use super::{ReadError, ReadErrorKind, limits};

/// What to do with a document that is not read yet.
const SAVE_AS_TEXT: &str = "请在 Word 或 WPS 中另存为“纯文本(*.txt)”，或者复制全文粘贴进来。";

/// A [`ReadErrorKind::Empty`] input.
pub(super) fn empty() -> ReadError {
    error(ReadErrorKind::Empty, "里面没有文字。请换一个文件，或者把报告全文粘贴进来。".into())
}

/// A [`ReadErrorKind::TooLarge`] file.
pub(super) fn file_too_large() -> ReadError {
    let megabytes = limits::LARGEST_FILE >> 20;
    error(
        ReadErrorKind::TooLarge,
        format!("文件超过 {megabytes} MB，太大了。请删去图片，或者只复制文字粘贴进来。"),
    )
}

/// A [`ReadErrorKind::TooLarge`] text.
pub(super) fn text_too_long() -> ReadError {
    let most = limits::LONGEST_TEXT / 10_000;
    error(ReadErrorKind::TooLarge, format!("文字超过 {most} 万字，太长了。请拆成几份再打开。"))
}

/// A document of a kind that is not read yet; `what` names it.
pub(super) fn unsupported(what: &str) -> ReadError {
    error(ReadErrorKind::Unsupported, format!("{what}暂不能直接读取，{SAVE_AS_TEXT}"))
}

/// A file that is no text; `what` names it.
pub(super) fn binary(what: &str) -> ReadError {
    error(
        ReadErrorKind::Binary,
        format!("这是{what}，不是文字材料。请打开 txt、md 等文本文件，或者把报告全文粘贴进来。"),
    )
}

/// Text in an encoding that none of ours is.
pub(super) fn unknown_encoding() -> ReadError {
    error(
        ReadErrorKind::UnknownEncoding,
        "认不出文字的编码。请手动选择编码，或者在记事本中打开后另存为 UTF-8。".into(),
    )
}

/// A label that names no encoding.
pub(super) fn no_such_encoding(label: &str) -> ReadError {
    error(
        ReadErrorKind::UnknownEncoding,
        format!("没有名为“{label}”的编码。可以选择 UTF-8、GB18030、Big5、UTF-16LE 或 UTF-16BE。"),
    )
}

fn error(kind: ReadErrorKind, message: String) -> ReadError {
    ReadError { kind, message }
}
