//! The file: which objects it holds, and where its pages are.
//!
//! A PDF has an index of its objects at its end, and indexes of earlier versions before it. It is not
//! read: the objects announce themselves (`12 0 obj`), so the file is read once from its beginning, and
//! of an object that was written several times the last one counts. A file whose index is broken
//! reads as well as any other, and an index that points at one place a million times, or in a
//! circle, leads nowhere.

use super::crypt::Cipher;
use super::filter::{self, Fault};
use super::lexer::Lexer;
use super::object::{Dictionary, Object, Stream};
use super::scan::{Found, scan};
use crate::reader::{ReadError, limits, message};
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

/// What the format is called in messages.
pub(super) const WHAT: &str = "PDF 文件";

/// An open file.
pub(super) struct File<'a> {
    bytes: &'a [u8],
    objects: BTreeMap<u32, Object>,
    trailers: Vec<Dictionary>,
    cipher: Option<Cipher>,
    /// What is inflated so far, in bytes.
    inflated: Cell<usize>,
}

/// One page, with what it inherits.
#[derive(Clone, Copy)]
pub(super) struct Page<'f> {
    pub(super) entries: &'f Dictionary,
    pub(super) resources: &'f Object,
    /// What is shown of it: left, lower, right and upper edge.
    pub(super) shown: &'f Object,
    /// By how many degrees it is turned clockwise.
    pub(super) turned: i32,
}

impl<'a> File<'a> {
    /// Finds the objects in `bytes`.
    ///
    /// # Errors
    /// If there are none or too many, or a password is needed.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, ReadError> {
        let scan = scan(bytes)?;
        if scan.found.is_empty() {
            return Err(message::damaged(WHAT));
        }
        let mut file = Self {
            bytes,
            objects: BTreeMap::new(),
            trailers: scan.trailers,
            cipher: None,
            inflated: Cell::new(0),
        };
        let is_container = |found: &&Found| found.object.entries().get("Type").name() == b"ObjStm";
        let containers: Vec<(usize, Object)> =
            scan.found.iter().filter(is_container).map(|f| (f.at, f.object.clone())).collect();
        let places: BTreeMap<u32, usize> = scan.found.iter().map(|f| (f.id.0, f.at)).collect();
        let generations: Vec<(u32, u16)> = scan.found.iter().map(|found| found.id).collect();
        file.objects.extend(scan.found.into_iter().map(|found| (found.id.0, found.object)));
        file.decrypt(generations)?;
        file.unpack(containers, places)?;
        Ok(file)
    }

    /// The object itself, if `object` is a reference to one.
    pub(super) fn resolve<'f>(&'f self, object: &'f Object) -> &'f Object {
        let mut object = object;
        for _ in 0..limits::LONGEST_REFERENCE_CHAIN {
            let Object::Reference(number) = object else { return object };
            object = self.objects.get(number).unwrap_or(&Object::Null);
        }
        &Object::Null
    }

    /// The entry `name` itself.
    pub(super) fn get<'f>(&'f self, entries: &'f Dictionary, name: &str) -> &'f Object {
        self.resolve(entries.get(name))
    }

    /// The bytes of a stream, decrypted and inflated.
    ///
    /// # Errors
    /// If it holds a picture, or more than is allowed.
    pub(super) fn bytes(&self, stream: &Stream) -> Result<Vec<u8>, Fault> {
        let filters = self.list(stream.entries.get("Filter"), stream.entries.get("F"));
        let parameters = self.list(stream.entries.get("DecodeParms"), stream.entries.get("DP"));
        if filters.len() > limits::MOST_FILTERS {
            return Err(Fault::NotText);
        }
        let stored = self.bytes.get(self.extent(stream)).unwrap_or_default();
        let is_open = filters.iter().any(|filter| filter.name() == b"Crypt");
        let mut bytes = match &self.cipher {
            Some(cipher) if !is_open => cipher.stream(stream.id, stored),
            _ => stored.to_vec(),
        };
        for (index, filter) in filters.iter().enumerate() {
            if filter.name() == b"Crypt" {
                continue;
            }
            let by_ratio = bytes.len().saturating_mul(limits::HIGHEST_RATIO as usize);
            let rest = self.budget().saturating_sub(self.inflated.get());
            let most = by_ratio.max(limits::RATIO_FROM as usize);
            let most = most.min(limits::LARGEST_PART as usize).min(rest);
            let parameters = parameters.get(index).map_or(&Object::Null, |object| *object);
            bytes = filter::decode(&bytes, filter.name(), parameters.entries(), most)?;
            self.inflated.set(self.inflated.get() + bytes.len());
        }
        Ok(bytes)
    }

    /// How many bytes of content may be drawn.
    pub(super) fn budget(&self) -> usize {
        let by_size = self.bytes.len().saturating_mul(limits::CONTENT_PER_BYTE);
        by_size.saturating_add(limits::LEAST_CONTENT).min(limits::LARGEST_TOTAL as usize)
    }

    /// The entries that everything else is found from; none if there are none.
    pub(super) fn catalog(&self) -> &Dictionary {
        let is_catalog =
            |object: &&Object| !self.get(object.entries(), "Pages").entries().0.is_empty();
        let roots = self.trailers.iter().rev().map(|trailer| self.get(trailer, "Root"));
        let catalogs = self.of_type(b"Catalog").rev();
        roots.chain(catalogs).find(is_catalog).unwrap_or(&Object::Null).entries()
    }

    /// The pages in their order.
    ///
    /// # Errors
    /// If there are none or too many.
    pub(super) fn pages(&self) -> Result<Vec<Page<'_>>, ReadError> {
        let mut pages = self.pages_below(self.catalog().get("Pages"))?;
        if pages.is_empty() {
            let loose = self.of_type(b"Page").take(limits::MOST_PAGES);
            pages = loose.map(|page| self.page(page.entries(), None)).collect();
        }
        if pages.is_empty() { Err(message::damaged(WHAT)) } else { Ok(pages) }
    }

    /// All objects of a type, in the order of their numbers.
    fn of_type(&self, name: &'static [u8]) -> impl DoubleEndedIterator<Item = &Object> {
        self.objects.values().filter(move |object| object.entries().get("Type").name() == name)
    }

    /// The leaves of a page tree. A node that was seen before is passed over, so a circle ends.
    fn pages_below<'f>(&'f self, root: &'f Object) -> Result<Vec<Page<'f>>, ReadError> {
        let (mut pages, mut seen) = (Vec::new(), BTreeSet::new());
        let mut waiting: Vec<(&Object, Option<Page<'_>>)> = vec![(root, None)];
        while let Some((object, above)) = waiting.pop() {
            if let Object::Reference(number) = object
                && !seen.insert(*number)
            {
                continue;
            }
            let Object::Dictionary(entries) = self.resolve(object) else { continue };
            let page = self.page(entries, above);
            let kids = self.get(entries, "Kids").array();
            if kids.is_empty() {
                pages.push(page);
            }
            if pages.len() + waiting.len() + kids.len() > limits::MOST_PAGES {
                return Err(message::too_complex(WHAT));
            }
            waiting.extend(kids.iter().rev().map(|kid| (kid, Some(page))));
        }
        Ok(pages)
    }

    fn page<'f>(&'f self, entries: &'f Dictionary, above: Option<Page<'f>>) -> Page<'f> {
        let own = |name: &str| Some(self.get(entries, name)).filter(|own| **own != Object::Null);
        let shown = own("CropBox").or_else(|| own("MediaBox"));
        Page {
            entries,
            resources: own("Resources")
                .or(above.map(|page| page.resources))
                .unwrap_or(&Object::Null),
            shown: shown.or(above.map(|page| page.shown)).unwrap_or(&Object::Null),
            turned: own("Rotate")
                .and_then(Object::integer)
                .or(above.map(|page| page.turned))
                .unwrap_or(0)
                .rem_euclid(360),
        }
    }

    /// One object or an array of them, under either of two names.
    fn list<'f>(&'f self, object: &'f Object, other: &'f Object) -> Vec<&'f Object> {
        let object = self.resolve(if *object == Object::Null { other } else { object });
        match object {
            Object::Null => Vec::new(),
            Object::Array(array) => array.iter().map(|each| self.resolve(each)).collect(),
            object => vec![object],
        }
    }

    /// Where the bytes of a stream lie. A length that stands in another object is only known now; it
    /// is believed if it differs from what was found by no more than the end of a line.
    fn extent(&self, stream: &Stream) -> std::ops::Range<usize> {
        let length = self.get(&stream.entries, "Length").integer();
        let stated = length.and_then(|length| usize::try_from(length).ok());
        match stated {
            Some(length) if length.abs_diff(stream.data.len()) <= 2 => {
                stream.data.start..(stream.data.start + length).min(self.bytes.len())
            }
            _ => stream.data.clone(),
        }
    }

    /// Finds what opens the file, and decrypts its strings.
    fn decrypt(&mut self, generations: Vec<(u32, u16)>) -> Result<(), ReadError> {
        let trailer = |name: &str| {
            let entry = |trailer: &&Dictionary| *trailer.get(name) != Object::Null;
            self.trailers.iter().rev().find(entry).map_or(&Object::Null, |found| found.get(name))
        };
        let reference = trailer("Encrypt").clone();
        let encrypt = self.resolve(&reference);
        if *encrypt == Object::Null {
            return Ok(());
        }
        let id = self.resolve(trailer("ID")).array().first();
        let id = id.map(|id| self.resolve(id).text().to_vec()).unwrap_or_default();
        let cipher = Cipher::new(encrypt.entries(), &id).ok_or_else(|| message::encrypted(WHAT))?;
        for id in generations.into_iter().rev() {
            let is_encrypt = reference == Object::Reference(id.0);
            if let Some(object) = self.objects.get_mut(&id.0).filter(|_| !is_encrypt) {
                cipher.strings(id, object);
            }
        }
        self.cipher = Some(cipher);
        Ok(())
    }

    /// Reads the objects that stand in streams; each counts as written where its stream begins.
    fn unpack(
        &mut self,
        containers: Vec<(usize, Object)>,
        mut places: BTreeMap<u32, usize>,
    ) -> Result<(), ReadError> {
        let mut left = limits::MOST_EVENTS;
        for (at, container) in containers {
            let Some(stream) = container.stream() else { continue };
            let bytes = match self.bytes(stream) {
                Ok(bytes) => bytes,
                Err(Fault::TooLarge) => return Err(message::too_complex(WHAT)),
                Err(Fault::NotText) => continue,
            };
            let first = self.get(&stream.entries, "First").integer().unwrap_or(0);
            let first = usize::try_from(first).unwrap_or(0).min(bytes.len());
            let index = numbers(&bytes[..first]);
            let ends = index.iter().skip(1).map(|pair| pair.1).chain([bytes.len() - first]);
            for (&(number, start), end) in index.iter().zip(ends) {
                let Some(own) = bytes.get(first + start..(first + end).min(bytes.len())) else {
                    continue;
                };
                let mut lexer = Lexer::with_budget(own, left);
                let Some(object) = lexer.object() else { continue };
                left = lexer.left();
                if left == 0 || self.objects.len() >= limits::MOST_OBJECTS {
                    return Err(message::too_complex(WHAT));
                }
                if places.get(&number).is_none_or(|&place| place < at) {
                    places.insert(number, at);
                    self.objects.insert(number, object);
                }
            }
        }
        Ok(())
    }
}

/// The pairs of number and offset at the beginning of an object stream.
fn numbers(bytes: &[u8]) -> Vec<(u32, usize)> {
    let mut lexer = Lexer::new(bytes, 0);
    let mut next = || lexer.object()?.unsigned();
    let mut pairs = Vec::new();
    while let (Some(number), Some(offset)) = (next(), next()) {
        pairs.push((number, offset as usize));
    }
    pairs
}
