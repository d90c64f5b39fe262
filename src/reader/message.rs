//! What the user is told when bytes cannot be read: what the file is, and what to do.

use super::{ReadError, ReadErrorKind, limits};

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
    error(
        ReadErrorKind::Unsupported,
        format!("{what}暂不能直接读取，请在 Word 或 WPS 中另存为 docx，或者复制全文粘贴进来。"),
    )
}

/// A document whose reader this build lacks. The page never says so: there, the module of the
/// readers reads it.
#[cfg(not(feature = "documents"))]
pub(super) fn elsewhere(what: &str) -> ReadError {
    error(
        ReadErrorKind::Unsupported,
        format!(
            "{what}在这里不能读取，请在 Word 或 WPS 中另存为 RTF 或纯文本（txt），或者复制全文粘贴进来。"
        ),
    )
}

/// A document that a password keeps closed.
#[cfg(feature = "documents")]
pub(super) fn encrypted(what: &str) -> ReadError {
    let what = spaced(what);
    error(
        ReadErrorKind::Encrypted,
        format!(
            "这份{what}加了密码。请用密码打开后另存一份不加密的（“文件—信息—保护文档”里去掉密码），或者复制全文粘贴进来。"
        ),
    )
}

/// A file that a product for document security has wrapped.
pub(super) fn protected() -> ReadError {
    error(
        ReadErrorKind::Encrypted,
        "这份文件被单位的文档加密软件锁着，只能在装有该软件的电脑上打开。请申请解密，或者在 Word、WPS 中打开后复制全文粘贴进来。".into(),
    )
}

/// A document that is cut off or broken; `what` names it.
pub(super) fn damaged(what: &str) -> ReadError {
    let what = spaced(what);
    error(
        ReadErrorKind::Damaged,
        format!(
            "这份{what}不完整或已经损坏（可能没有下载完）。请重新下载，或者在 Word、WPS 中打开修复后另存一份。"
        ),
    )
}

/// A document whose parts are more or larger than any report's.
pub(super) fn too_complex(what: &str) -> ReadError {
    let what = spaced(what);
    error(
        ReadErrorKind::TooLarge,
        format!(
            "这份{what}展开后大得不正常，没有继续读。请在 Word 或 WPS 中打开，复制全文粘贴进来。"
        ),
    )
}

/// A document that holds pictures and no text.
pub(super) fn only_pictures() -> ReadError {
    error(
        ReadErrorKind::ImageOnly,
        "里面只有图片，没有可以读取的文字（可能是扫描件）。请先识别成文字（OCR），再打开或粘贴。"
            .into(),
    )
}

/// Pages that were scanned: pictures, and no text behind them.
#[cfg(feature = "documents")]
pub(super) fn scan() -> ReadError {
    error(
        ReadErrorKind::ImageOnly,
        "这是扫描件，没有文字层，里面只有图片。请先识别成文字（OCR），再打开或粘贴；有原来的 Word 或 WPS 文件，直接打开更好。"
            .into(),
    )
}

/// Pages whose fonts do not tell what their glyphs are.
#[cfg(feature = "documents")]
pub(super) fn unreadable_fonts() -> ReadError {
    error(
        ReadErrorKind::UnknownEncoding,
        "这份 PDF 的字体没有附上文字对照表，读出来只会是乱码。请打开原来的 Word 或 WPS 文件，或者先识别成文字（OCR）再打开。"
            .into(),
    )
}

/// A document of a program that is no longer made; `what` names it.
pub(super) fn outdated(what: &str) -> ReadError {
    error(
        ReadErrorKind::Unsupported,
        format!(
            "这是{what}的文件，格式太旧，不能直接读取。请在 Word 或 WPS 中打开，另存为 docx 再试，或者复制全文粘贴进来。"
        ),
    )
}

/// A file that is no text; `what` names it.
pub(super) fn binary(what: &str) -> ReadError {
    error(
        ReadErrorKind::Binary,
        format!("这是{what}，不是文字材料。请打开 docx、txt 等文字稿，或者把报告全文粘贴进来。"),
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

/// A name that follows Chinese characters: letters stand apart from them.
fn spaced(what: &str) -> String {
    let blank = if what.starts_with(|c: char| c.is_ascii_alphanumeric()) { " " } else { "" };
    format!("{blank}{what}")
}

fn error(kind: ReadErrorKind, message: String) -> ReadError {
    ReadError { kind, message }
}
