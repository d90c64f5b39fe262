//! The documents in containers, where this build opens them: who reads each. What `absent` names.

use super::formats::Reading::{self, Here};
use super::{doc, docx, odt, ofd, pdf};

/// Word's documents since 2007.
pub(super) const DOCX: Reading = Here(docx::read);

/// Word's documents before 2007, and those of WPS.
pub(super) const DOC: Reading = Here(doc::read);

/// `OpenDocument` text.
pub(super) const ODT: Reading = Here(odt::read);

/// `OpenDocument` text in one XML file.
pub(super) const ODT_FLAT: Reading = Here(odt::read_flat);

/// Chinese fixed layout documents, GB/T 33190.
pub(super) const OFD: Reading = Here(ofd::read);

/// Portable Document Format.
pub(super) const PDF: Reading = Here(pdf::read);
