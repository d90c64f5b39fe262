//! Which file format bytes are in: by their content, never by the file's name.

#[cfg(not(feature = "documents"))]
use super::absent as documents;
#[cfg(feature = "documents")]
use super::present as documents;
use super::{ReadError, ReadOptions, html, limits, message, mht, rtf, text};
use crate::document::Document;
use Reading::Here;

/// One file format.
pub(super) struct Reader {
    /// Whether the bytes are in this format.
    sniff: fn(&[u8]) -> bool,
    /// Reads them, or says why that is not possible.
    read: Reading,
    /// Bytes in this format, from their beginning. Run as a test.
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the test of the table"))]
    example: &'static [u8],
}

/// Who reads a format.
pub(super) enum Reading {
    /// This build.
    Here(fn(&[u8], &ReadOptions) -> Result<Document, ReadError>),
    /// A build with the feature `documents`. This one knows what it is called.
    #[cfg(not(feature = "documents"))]
    Elsewhere(&'static str),
}

/// The formats, in the order in which they are tried. The last one takes everything.
const READERS: &[Reader] = &[
    Reader {
        sniff: |bytes| is_zip(bytes) && has_part(bytes, b"word/"),
        read: documents::DOCX,
        example: b"PK\x03\x04\x14\0\0\0word/document.xml",
    },
    Reader {
        sniff: |bytes| is_zip(bytes) && has_part(bytes, b"opendocument.text"),
        read: documents::ODT,
        example: b"PK\x03\x04\x14\0\0\0mimetypeapplication/vnd.oasis.opendocument.text",
    },
    Reader {
        sniff: |bytes| is_zip(bytes) && has_part(bytes, b"OFD.xml"),
        read: documents::OFD,
        example: b"PK\x03\x04\x14\0\0\0OFD.xml",
    },
    Reader {
        sniff: |bytes| is_zip(bytes) && has_part(bytes, b"xl/"),
        read: Here(|_, _| Err(message::binary("电子表格（xlsx）"))),
        example: b"PK\x03\x04\x14\0\0\0xl/workbook.xml",
    },
    Reader {
        sniff: |bytes| is_zip(bytes) && has_part(bytes, b"ppt/"),
        read: Here(|_, _| Err(message::binary("演示文稿（pptx）"))),
        example: b"PK\x03\x04\x14\0\0\0ppt/presentation.xml",
    },
    Reader {
        sniff: is_zip,
        read: Here(|_, _| Err(message::binary("压缩包（zip）"))),
        example: b"PK\x03\x04\x14\0\0\0report.txt",
    },
    Reader {
        sniff: is_compound,
        read: documents::DOC,
        example: b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
    },
    Reader {
        // 绿盾 and its like keep the name of the file and replace its content.
        sniff: |bytes| starts(bytes, &[b"%TSD-Header-###%", b"<DRMFILE"]),
        read: Here(|_, _| Err(message::protected())),
        example: b"%TSD-Header-###%\0\0",
    },
    Reader {
        sniff: |bytes| starts(bytes, &[b"\xDB\xA5\x2D\0", b"\xDB\xA5\x2C\0", b"\x31\xBE\0\0", b"\xFE\x37\0"]),
        read: Here(|_, _| Err(message::outdated(" Word 2.0 或 Write "))),
        example: b"\xDB\xA5\x2D\0\0\0",
    },
    Reader {
        sniff: |bytes| starts(bytes, &[b"{\\rtf"]),
        read: Here(rtf::read),
        example: b"{\\rtf1\\ansi",
    },
    Reader {
        sniff: |bytes| starts(bytes, &[b"%PDF-"]) || has_part(&bytes[..bytes.len().min(1024)], b"%PDF-"),
        read: documents::PDF,
        example: b"%PDF-1.7",
    },
    Reader {
        sniff: |bytes| starts_markup(bytes, &[b"mime-version:"]),
        read: Here(mht::read),
        example: b"MIME-Version: 1.0\r\n",
    },
    Reader {
        sniff: is_html,
        read: Here(html::read),
        example: b"\xEF\xBB\xBF\r\n<!DOCTYPE html><html>",
    },
    Reader {
        sniff: |bytes| starts_markup(bytes, &[b"<?xml"]) && has_part(bytes, b"opendocument.text"),
        read: documents::ODT_FLAT,
        example: b"<?xml version=\"1.0\"?><office:document office:mimetype=\"application/vnd.oasis.opendocument.text\">",
    },
    Reader {
        sniff: |bytes| starts_markup(bytes, &[b"<?xml"]),
        read: Here(|_, _| Err(message::unsupported("xml 文件"))),
        example: b"<?xml version=\"1.0\"?>",
    },
    Reader {
        sniff: |bytes| PICTURES.iter().any(|magic| starts(bytes, &[magic])) || is_riff(bytes, *b"WEBP"),
        read: Here(|_, _| Err(message::binary("图片"))),
        example: b"\x89PNG\r\n\x1A\n",
    },
    Reader {
        sniff: |bytes| ARCHIVES.iter().any(|magic| starts(bytes, &[magic])),
        read: Here(|_, _| Err(message::binary("压缩包"))),
        example: b"\x1F\x8B\x08",
    },
    Reader {
        sniff: |bytes| PROGRAMS.iter().any(|magic| starts(bytes, &[magic])) && bytes[..bytes.len().min(4096)].contains(&0),
        read: Here(|_, _| Err(message::binary("程序文件"))),
        example: b"MZ\x90\0\x03\0",
    },
    Reader {
        sniff: |bytes| {
            starts(bytes, &[b"ID3", b"OggS", b"fLaC"]) || is_riff(bytes, *b"WAVE") || is_riff(bytes, *b"AVI ")
                || bytes.get(4..8) == Some(b"ftyp")
        },
        read: Here(|_, _| Err(message::binary("音频或视频"))),
        example: b"\0\0\0\x18ftypmp42",
    },
    Reader { sniff: |_| true, read: Here(text::read), example: "2022年工作总结".as_bytes() },
];

const PICTURES: &[&[u8]] = &[
    b"\x89PNG\r\n\x1A\n", b"\xFF\xD8\xFF", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*", b"8BPS",
    b"\0\0\x01\0",
];

const ARCHIVES: &[&[u8]] = &[
    b"\x1F\x8B", b"7z\xBC\xAF\x27\x1C", b"Rar!\x1A\x07", b"BZh", b"\xFD7zXZ\0", b"\x28\xB5\x2F\xFD",
];

const PROGRAMS: &[&[u8]] =
    &[b"MZ", b"\x7FELF", b"\0asm", b"\xCA\xFE\xBA\xBE", b"\xCF\xFA\xED\xFE", b"SQLite format 3\0"];

impl Reader {
    /// Reads bytes in this format.
    pub(super) fn read(&self, bytes: &[u8], options: &ReadOptions) -> Result<Document, ReadError> {
        match self.read {
            Here(read) => read(bytes, options),
            #[cfg(not(feature = "documents"))]
            Reading::Elsewhere(what) => Err(message::elsewhere(what)),
        }
    }

    /// Whether this build can only name the format.
    pub(super) fn is_elsewhere(&self) -> bool {
        !matches!(self.read, Here(_))
    }
}

/// The reader for `bytes`.
pub(super) fn reader_for(bytes: &[u8]) -> &'static Reader {
    let fits = READERS.iter().find(|reader| (reader.sniff)(bytes));
    fits.unwrap_or(&READERS[READERS.len() - 1])
}

fn starts(bytes: &[u8], magics: &[&[u8]]) -> bool {
    magics.iter().any(|magic| bytes.starts_with(magic))
}

/// Whether the text begins with one of `tags`, in lower or upper case, after a byte order mark and
/// blanks.
fn starts_markup(bytes: &[u8], tags: &[&[u8]]) -> bool {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    tags.iter()
        .any(|tag| text.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag)))
}

/// A web page, whatever stands before its first element; a page in XHTML begins like any XML.
fn is_html(bytes: &[u8]) -> bool {
    const TAGS: &[&[u8]] = &[
        b"<!doctype html", b"<html", b"<head", b"<meta", b"<body", b"<table", b"<!--startfragment",
    ];
    let head = bytes[..bytes.len().min(limits::DECLARATION_SAMPLE)].to_ascii_lowercase();
    starts_markup(bytes, TAGS)
        || (starts_markup(bytes, &[b"<?xml", b"<!--", b"version:"])
            && head.windows(5).any(|window| window == b"<html"))
}

fn is_zip(bytes: &[u8]) -> bool {
    starts(bytes, &[b"PK\x03\x04", b"PK\x05\x06"])
}

/// A compound file (OLE2), the container of doc, xls and ppt.
fn is_compound(bytes: &[u8]) -> bool {
    starts(bytes, &[b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"])
}

fn is_riff(bytes: &[u8], kind: [u8; 4]) -> bool {
    bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(&kind)
}

/// Whether the name of a part occurs at either end of a container: the directory of a zip stands at
/// its end.
fn has_part(bytes: &[u8], name: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(limits::ARCHIVE_SAMPLE)];
    let tail = &bytes[bytes.len().saturating_sub(limits::ARCHIVE_SAMPLE)..];
    [head, tail].iter().any(|part| part.windows(name.len()).any(|window| window == name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_example_is_taken_by_its_own_row() {
        for (index, row) in READERS.iter().enumerate() {
            let taken = READERS.iter().position(|reader| (reader.sniff)(row.example));
            assert_eq!(taken, Some(index), "{:?}", String::from_utf8_lossy(row.example));
        }
    }

    #[test]
    fn what_is_not_read_says_what_it_is_and_what_to_do() {
        for row in &READERS[..READERS.len() - 1] {
            let error = row.read(row.example, &ReadOptions::default()).unwrap_err();
            assert!(error.message.contains('请'), "{}", error.message);
        }
    }

    #[test]
    fn reports_are_text() {
        for text in ["MZ市2022年工作总结", "一、", "PK赛", "<b>总结</b>", "BM"] {
            let taken = READERS.iter().position(|reader| (reader.sniff)(text.as_bytes()));
            assert_eq!(taken, Some(READERS.len() - 1), "{text}");
        }
    }
}
