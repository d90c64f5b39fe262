use super::document_pane::DocumentPane;
use super::export_dialog::ExportDialog;
use super::header::Header;
use super::help_dialog::HelpDialog;
use super::intro::Intro;
use super::keeping_dialog::KeepingDialog;
use super::notice_bar::NoticeBar;
use super::outline_pane::OutlinePane;
use super::panel::Panel;
use super::paste_box::PasteBox;
use super::print_sheet::print_sheet;
use super::privacy_dialog::PrivacyDialog;
use super::rules_dialog::RulesDialog;
use super::section_on_top::SectionProvider;
use super::sheets_dialog::SheetsDialog;
use super::text_tools::TextTools;
use crate::ui::background::Background;
use crate::ui::hooks::{
    Pages, use_drop, use_keeping, use_keys, use_late, use_picker, use_printing, use_way_back,
};
use crate::ui::page::{Drawn, KeptFile, Page, Sheet};
use crate::ui::state::{Action, Dialog, Print, Shared, State};
use crate::ui::{browser, copy};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// The page: what is there in every state, and the three panes in it.
#[component]
pub(crate) fn App() -> Html {
    let handle = use_reducer(State::default);
    let state = use_memo((*handle).clone(), State::clone);
    let dispatcher = handle.dispatcher();
    let background = use_memo((), move |()| Background::start(dispatcher.to_callback()));
    let file = use_memo((), |()| KeptFile::default());
    let sheet = use_memo((), |()| Sheet::default());
    sheet.lay(state.clone());
    let (background, file, sheet) = ((*background).clone(), (*file).clone(), (*sheet).clone());
    let page = Page { state: Drawn::new(state, handle.dispatcher()), background, sheet, file };
    let Pages { text, around } = use_late(&page);
    let picker = use_picker(&page);
    use_keys(&page, &picker);
    let hovering = use_drop(&page);
    use_arrival(&page);
    use_keeping(&page);
    use_printing(&page);
    use_way_back(&page);
    use_large(page.state.large);
    let on_desk = page.state.on_desk();

    // Beside what lies over the text is the way back to it.
    let onaside = {
        let page = page.clone();
        Callback::from(move |event: MouseEvent| {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let inside = target.and_then(|t| t.closest("nav, aside, mark, .blank").ok().flatten());
            if page.state.drawer.is_some() && inside.is_none() {
                page.dispatch(Action::Drawer(None));
            }
        })
    };
    html! {
        <ContextProvider<Page> context={page.clone()}>
            <a class="skip" href="#text">{ copy::SKIP }</a>
            <ContextProvider<Page> context={around.clone()}><Header onopen={picker.on_ask()} /></ContextProvider<Page>>
            <NoticeBar />
            <SectionProvider><div class={classes!("desk", on_desk.then_some("desk-on"))} onclick={onaside}>
                if on_desk { <ContextProvider<Page> context={around.clone()}><OutlinePane /></ContextProvider<Page>> }
                <main id="text" class={classes!((!on_desk).then_some("start"), (page.state.printing == Some(Print::Lists)).then_some("lists-only"))} tabindex="-1" aria-label={on_desk.then_some(copy::TEXT)}>
                    if !on_desk { <Intro onopen={picker.on_ask()} /> }
                    if on_desk && !page.state.editing { <ContextProvider<Page> context={text.clone()}><TextTools /></ContextProvider<Page>> }
                    <PasteBox />
                    if on_desk && !page.state.editing { <ContextProvider<Page> context={text}><DocumentPane /></ContextProvider<Page>> }
                    { print_sheet(&page.state) }
                </main>
                if on_desk { <ContextProvider<Page> context={around}><Panel /></ContextProvider<Page>> }
            </div></SectionProvider>
            <input ref={picker.field} type="file" hidden=true multiple=true aria-label={copy::OPEN_FILE} onchange={picker.onpick} />
            <p class="visually-hidden" role="status">{ page.state.announcement.clone() }</p>
            if hovering { <div class="drop-now" aria-hidden="true"><p>{ copy::DROP_NOW }</p></div> }
            { match page.state.dialog {
                Some(Dialog::Privacy) => html! { <PrivacyDialog /> },
                Some(Dialog::Help) => html! { <HelpDialog /> },
                Some(Dialog::Keeping) => html! { <KeepingDialog /> },
                Some(Dialog::Export) => html! { <ExportDialog /> },
                Some(Dialog::Sheets) => html! { <SheetsDialog /> },
                Some(Dialog::Rules(shown)) => html! { <RulesDialog {shown} /> },
                None => html! {},
            } }
        </ContextProvider<Page>>
    }
}

/// Larger letters for all of the page, which is measured in them.
#[hook]
fn use_large(large: bool) {
    use_effect_with(large, |large| {
        let root = browser::document().and_then(|document| document.document_element());
        if let Some(root) = root {
            let _ = root.class_list().toggle_with_force("large", *large);
        }
    });
}

/// When another report comes on the desk: its name on the browser's tab, and the focus to the
/// text, because the button that was pressed for it may be gone.
#[hook]
fn use_arrival(page: &Page) {
    let editing = page.state.editing;
    let desk = page.state.desk.clone();
    use_effect_with((page.state.arrivals, page.state.at_start), move |(_, at_start)| {
        let shown = desk.as_ref().filter(|_| !at_start);
        if let Some(document) = browser::document() {
            let title = shown.and_then(|desk: &Shared| desk.title());
            document.set_title(&copy::window_title(title));
        }
        if shown.is_some() && !editing {
            let text =
                browser::element("text").and_then(|main| main.dyn_into::<HtmlElement>().ok());
            if let Some(text) = text {
                text.set_scroll_top(0);
                browser::focus(&text);
            }
        }
    });
}
