use crate::text::Span;
use crate::ui::browser;
use crate::ui::copy;
use crate::ui::hooks::{Typed, use_text_field};
use crate::ui::page::{Sheet, use_page};
use crate::ui::state::Action;
use web_sys::{HtmlTextAreaElement, KeyboardEvent};
use yew::prelude::*;

#[derive(Properties)]
pub(super) struct EditorProps {
    /// Where the report lies.
    pub(super) sheet: Sheet,
    /// What is rewritten, as it was when the field was opened.
    pub(super) region: Span,
}

/// The region grows while somebody types; the field is still the same.
impl PartialEq for EditorProps {
    fn eq(&self, other: &Self) -> bool {
        self.sheet == other.sheet && self.region.start == other.region.start
    }
}

/// A paragraph that is being rewritten in its place.
#[component]
pub(super) fn ParagraphEditor(props: &EditorProps) -> Html {
    let page = use_page();
    let field = use_node_ref();
    let ontext = {
        let (dispatcher, field) = (page.state.dispatcher(), field.clone());
        Callback::from(move |typed: Typed| {
            fit(&field);
            dispatcher.dispatch(Action::Rewritten(typed.text));
        })
    };
    use_text_field(&field, ontext);
    {
        let (field, sheet, region) = (field.clone(), props.sheet.clone(), props.region);
        use_effect_with(props.region.start, move |_| {
            let text = sheet.desk().map(|desk| desk.draft().filled(region));
            if let (Some(area), Some(text)) = (field.cast::<HtmlTextAreaElement>(), text) {
                area.set_value(&text);
                fit(&field);
                browser::scroll_near(&area);
                browser::focus(&area);
            }
        });
    }
    let done = {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| page.dispatch(Action::Rewrite(None)))
    };
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        let control = event.ctrl_key() || event.meta_key();
        let done = event.key() == "Escape" || (event.key() == "Enter" && control);
        if done && !event.is_composing() && event.key_code() != 229 {
            event.prevent_default();
            event.stop_propagation();
            page.dispatch(Action::Rewrite(None));
        }
    });
    html! {
        <div class="editor">
            <textarea ref={field} class="editor-field" aria-label={copy::REWRITE} spellcheck="false" autocomplete="off" rows="1" {onkeydown} />
            <p class="editor-foot"><span>{ copy::REWRITE_KEYS }</span><button type="button" class="button" onclick={done}>{ copy::REWRITE_DONE }</button></p>
        </div>
    }
}

/// Makes the field as high as its text: by a property of its style, or where that is not known by
/// measuring it, which lays it out twice. Through the object model: the policy forbids attributes.
fn fit(field: &NodeRef) {
    let Some(area) = field.cast::<HtmlTextAreaElement>() else { return };
    let style = area.style();
    let _ = style.set_property("field-sizing", "content");
    if style.get_property_value("field-sizing").is_ok_and(|value| !value.is_empty()) {
        return;
    }
    let _ = style.set_property("height", "auto");
    let _ = style.set_property("height", &format!("{}px", area.scroll_height() + 2));
}
