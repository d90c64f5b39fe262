//! Numbering, headings, title and attachments (specification §5.1).

mod announced_count;
mod duplicate_title;
mod heading_stop;
mod late_start;
mod level_jump;
mod marker_punctuation;
mod missing_attachment;
mod mixed_markers;
mod numbering;
mod unfinished_paragraph;

pub(super) use announced_count::AnnouncedCount;
pub(super) use duplicate_title::DuplicateTitle;
pub(super) use heading_stop::HeadingStop;
pub(super) use late_start::LateStart;
pub(super) use level_jump::LevelJump;
pub(super) use marker_punctuation::{ArabicMarker, MarkerPunctuation};
pub(super) use missing_attachment::MissingAttachment;
pub(super) use mixed_markers::MixedMarkers;
pub(super) use numbering::{RepeatedNumber, SkippedNumber};
pub(super) use unfinished_paragraph::UnfinishedParagraph;
