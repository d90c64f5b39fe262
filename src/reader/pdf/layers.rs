//! Layers (optional content, ISO 32000-1, 8.11): which of them are switched off.

use super::file::File;
use super::object::Object;
use std::collections::BTreeSet;

/// The numbers of the layers that are not shown.
pub(super) struct Layers(BTreeSet<u32>);

impl Layers {
    pub(super) fn new(file: &File<'_>) -> Self {
        let properties = file.get(file.catalog(), "OCProperties").entries();
        let usual = file.get(properties, "D").entries();
        let numbers = |object: &Object| -> BTreeSet<u32> {
            let number = |each: &Object| match each {
                Object::Reference(number) => Some(*number),
                _ => None,
            };
            object.array().iter().filter_map(number).collect()
        };
        let mut hidden = numbers(file.get(usual, "OFF"));
        if file.get(usual, "BaseState").name() == b"OFF" {
            hidden.extend(numbers(file.get(properties, "OCGs")));
            let shown = numbers(file.get(usual, "ON"));
            hidden.retain(|layer| !shown.contains(layer));
        }
        Self(hidden)
    }

    /// Whether what belongs to `layer` is hidden: a layer, or a group of layers of which none is shown.
    pub(super) fn hide(&self, file: &File<'_>, layer: &Object) -> bool {
        let is_off = |object: &Object| matches!(object, Object::Reference(number) if self.0.contains(number));
        if self.0.is_empty() || is_off(layer) {
            return is_off(layer);
        }
        let members = file.resolve(layer).entries().get("OCGs");
        let listed = file.resolve(members).array();
        is_off(members) || (!listed.is_empty() && listed.iter().all(is_off))
    }
}
