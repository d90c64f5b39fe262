//! The documents in containers, where this build cannot open them: what each is called.

use super::formats::Reading::{self, Elsewhere};

/// Word's documents since 2007.
pub(super) const DOCX: Reading = Elsewhere("Word 文档（docx）");

/// Word's documents before 2007, and those of WPS.
pub(super) const DOC: Reading = Elsewhere("Word 97—2003 文档（doc）或 WPS 文档（wps）");

/// `OpenDocument` text.
pub(super) const ODT: Reading = Elsewhere("OpenDocument 文档（odt）");

/// `OpenDocument` text in one XML file.
pub(super) const ODT_FLAT: Reading = Elsewhere("OpenDocument 文档（fodt）");

/// Chinese fixed layout documents, GB/T 33190.
pub(super) const OFD: Reading = Elsewhere("OFD 版式文件");

/// Portable Document Format.
pub(super) const PDF: Reading = Elsewhere("PDF 文件");
