//! What an export of the original file says about what it did not do.

use crate::document::Edit;
use crate::reader::ReadError;
use std::fmt;

/// An edit that was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// The edit as it was given.
    pub edit: Edit,
    /// Why.
    pub reason: Reason,
}

/// Why an edit was left out. It says so in Chinese.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reason {
    /// It does not lie in the text, or overlaps the one before it.
    NoPlace,
    /// It changes what is not in the file as text: an automatic number, a field, a formula.
    Generated,
    /// It joins what the file keeps apart: cells, text boxes, sections.
    Border,
    /// It changes text that a tracked change has deleted.
    Deleted,
    /// The file nests the place in a way in which no tracked change can be written.
    Nested,
    /// The file reads otherwise with it than it should.
    Unfaithful,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoPlace => "原文件里找不到这一处，没有改。",
            Self::Generated => {
                "这一处有自动编号、域或公式，不是文件里的文字，没有改；请在 Word 里改。"
            }
            Self::Border => {
                "这一处要把分开的段落、单元格或文本框并成一段，没有改；请在 Word 里改。"
            }
            Self::Deleted => "这一处在修订中已被删除，没有改。",
            Self::Nested => "这一处的结构不能写成修订，没有改；可改为不带修订导出。",
            Self::Unfaithful => "这一处写进去后读出来不一致，没有改；请在 Word 里改。",
        })
    }
}

/// Something about the file that whoever takes it should know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PatchNote {
    /// It was signed (数字签名), and what is signed was changed.
    Signed,
}

impl fmt::Display for PatchNote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Signed => "原文件有数字签名，改动后签名失效，请重新签署。",
        })
    }
}

/// Why nothing could be written at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PatchError {
    /// The original cannot be read.
    Read(ReadError),
    /// It cannot be packed again.
    Pack,
    /// It reads otherwise than it should, whatever is left out.
    Unfaithful,
}

impl fmt::Display for PatchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read(error) => error.fmt(f),
            Self::Pack => f.write_str("原文件的压缩包不能改写，请在 Word 里另存一次再试。"),
            Self::Unfaithful => f.write_str("改动不能可靠地写回原文件，请改用新建文档的方式导出。"),
        }
    }
}

impl std::error::Error for PatchError {}

impl From<ReadError> for PatchError {
    fn from(error: ReadError) -> Self {
        Self::Read(error)
    }
}
