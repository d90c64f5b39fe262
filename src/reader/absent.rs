//! The documents in containers, where this build cannot open them: each is named, and refused with
//! what to do instead.

use super::{ReadError, ReadOptions, message};
use crate::document::Document;

/// What reading such a document leads to.
type Refused = Result<Document, ReadError>;

/// Word's documents since 2007.
pub(super) mod docx {
    pub(in super::super) fn read(_: &[u8], _: &super::ReadOptions) -> super::Refused {
        Err(super::message::unsupported("Word 文档（docx）"))
    }
}

/// Word's documents before 2007, and those of WPS.
pub(super) mod doc {
    pub(in super::super) fn read(_: &[u8], _: &super::ReadOptions) -> super::Refused {
        Err(super::message::unsupported("Word 97—2003 文档（doc）或 WPS 文档（wps）"))
    }
}

/// `OpenDocument` text.
pub(super) mod odt {
    pub(in super::super) fn read(_: &[u8], _: &super::ReadOptions) -> super::Refused {
        Err(super::message::unsupported("OpenDocument 文档（odt）"))
    }

    pub(in super::super) fn read_flat(_: &[u8], _: &super::ReadOptions) -> super::Refused {
        Err(super::message::unsupported("OpenDocument 文档（fodt）"))
    }
}

/// Chinese fixed layout documents, GB/T 33190.
pub(super) mod ofd {
    pub(in super::super) fn read(_: &[u8], _: &super::ReadOptions) -> super::Refused {
        Err(super::message::unsupported("OFD 版式文件"))
    }
}

/// Portable Document Format.
pub(super) mod pdf {
    pub(in super::super) fn read(_: &[u8], _: &super::ReadOptions) -> super::Refused {
        Err(super::message::unsupported("PDF 文件"))
    }
}
