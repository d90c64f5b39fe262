//! The kinds of report and their parts, as data (specification §6).

use crate::outline::{Frame, Genre};
use crate::text::Span;

/// A kind of report (文种) whose parts are known.
pub(super) struct Kind {
    /// Its name.
    pub(super) name: &'static str,
    /// What the outline calls it.
    pub(super) genre: Genre,
    /// Its parts in their usual order, each with whether a report of this kind usually has it.
    /// Only what is usual is ever said to be missing: a deputy (副职) need not report on 述法, so
    /// that stays optional for everybody.
    pub(super) parts: &'static [(&'static PartKind, bool)],
}

/// A part that reports of one or more kinds have.
pub(super) struct PartKind {
    /// Its name.
    pub(super) name: &'static str,
    /// How it is found.
    pub(super) sought: Sought,
}

/// Words that tell a part.
pub(super) type List = &'static [&'static str];

/// How a part is found.
pub(super) enum Sought {
    /// In the title block or the sign-off.
    Frame(fn(&Frame) -> Option<Span>),
    /// By a word in a heading; else by a word at the opening of a paragraph, else of a sentence.
    /// Headings are terse, so what tells there (不足) says little in a
    /// paragraph; the words of openings are whole phrases (也清醒认识到).
    Words { headings: List, openings: List },
    /// The main part: a top section that is no other part, by preference one with such a word. It
    /// may be called anything (党建引领，把稳办学方向), so no word is needed.
    Body(List),
}

const USUAL: bool = true;
const OPTIONAL: bool = false;

/// The kinds. A report whose title and lead tell nothing is of the first kind that its headings
/// fit, so those with the more telling parts come first.
pub(super) static KINDS: &[Kind] = &[
    Kind {
        name: "政府工作报告",
        genre: Genre::GovernmentReport,
        parts: &[
            (&TITLE, USUAL),
            (&SUBTITLE, OPTIONAL),
            (&SPEAKER, OPTIONAL),
            (&SALUTATION, USUAL),
            (&LEAD, OPTIONAL),
            (&REVIEW, USUAL),
            (&PROBLEMS, OPTIONAL),
            (&GOALS, USUAL),
            (&TASKS, USUAL),
            (&GOVERNMENT_ITSELF, USUAL),
            (&GLOSSARY, OPTIONAL),
        ],
    },
    Kind {
        name: "述职报告",
        genre: Genre::DutyReport,
        parts: &[
            (&TITLE, USUAL),
            (&SALUTATION, USUAL),
            (&LEAD, USUAL),
            (&LEARNING, OPTIONAL),
            (&DUTIES, USUAL),
            (&VIRTUE, OPTIONAL),
            (&INTEGRITY, USUAL),
            (&RULE_OF_LAW, OPTIONAL),
            (&PROBLEMS, USUAL),
            (&PLANS, USUAL),
            (&FORMULA, USUAL),
            (&SIGN_OFF, USUAL),
        ],
    },
    Kind {
        name: "述责述廉报告",
        genre: Genre::IntegrityReport,
        parts: &[
            (&TITLE, USUAL),
            (&SALUTATION, OPTIONAL),
            (&LEAD, OPTIONAL),
            (&RESPONSIBILITY, USUAL),
            (&INTEGRITY, OPTIONAL),
            (&PROBLEMS, USUAL),
            (&CAUSES, USUAL),
            (&PLANS, USUAL),
            (&FORMULA, OPTIONAL),
            (&SIGN_OFF, OPTIONAL),
        ],
    },
    Kind {
        name: "调研报告",
        genre: Genre::ResearchReport,
        parts: &[
            (&TITLE, USUAL),
            (&BACKGROUND, OPTIONAL),
            (&STATE_OF_THINGS, USUAL),
            (&PROBLEMS, USUAL),
            (&CAUSES, OPTIONAL),
            (&ADVICE, USUAL),
        ],
    },
    Kind {
        name: "工作总结",
        genre: Genre::WorkSummary,
        parts: &[
            (&TITLE, USUAL),
            (&LEAD, OPTIONAL),
            (&RESULTS, USUAL),
            (&EXPERIENCE, OPTIONAL),
            (&PROBLEMS, USUAL),
            (&PLANS, USUAL),
            (&SIGN_OFF, OPTIONAL),
        ],
    },
];

/// Kinds by the last word of the title that names one; of these only the outline is known.
pub(super) const OUTLINE_ONLY: &[&str] = &[
    "工作报告", "报告", "汇报", "方案", "要点", "讲话", "发言", "致辞", "通知", "通报", "公告",
    "意见", "决定", "请示", "批复", "纪要", "计划", "规划", "提纲", "材料", "体会", "说明",
];

static TITLE: PartKind = frame("标题", |frame| frame.title);
static SUBTITLE: PartKind = frame("副标题", |frame| frame.subtitle);
static SPEAKER: PartKind = frame("报告人", |frame| frame.author);
static SALUTATION: PartKind = frame("称谓", |frame| frame.salutation);
static LEAD: PartKind = frame("导语", |frame| frame.lead);
// Whoever stands under the title does not sign again.
static SIGN_OFF: PartKind =
    frame("署名和日期", |frame| frame.signature.or(frame.author).or(frame.date));

static LEARNING: PartKind = words(
    "述学（学习）",
    &["述学", "学习", "理论", "素质", "武装", "思想建设", "思想根基", "思想政治", "政治素养"],
    &["坚持把学习", "始终把学习", "加强学习", "认真学习", "强化理论", "坚持不懈用"],
);

static DUTIES: PartKind = body(
    "述职（履职）",
    &[
        "述职", "履职", "尽责", "职责", "主责", "主业", "工作", "推进", "推动", "发展", "落实",
        "实绩",
    ],
);

static VIRTUE: PartKind = words(
    "述德（品德作风）",
    &["述德", "品德", "政治品质", "忠诚", "作风", "修养", "党性"],
    &["政治品德", "职业道德"],
);

static INTEGRITY: PartKind = words(
    "述廉（廉洁自律）",
    &["述廉", "廉", "纪律", "规矩", "一岗双责", "八项规定", "自律"],
    &["廉洁自律", "廉政", "党风廉政", "中央八项规定"],
);

static RULE_OF_LAW: PartKind = words(
    "述法（依法行政）",
    &["述法", "法治", "依法行政", "依法决策", "依法履职", "学法"],
    &["法治建设", "依法行政", "依法履职"],
);

static PROBLEMS: PartKind = words(
    "存在问题",
    &[
        "存在", "不足", "的差距", "差距与", "差距和", "主要问题", "问题与", "问题和", "问题及",
        "问题、", "与问题", "和问题", "困难和", "困难与", "主要困难", "短板与", "短板和",
    ],
    &[
        "清醒认识到", "清醒地认识到", "清醒看到", "清醒地看到", "清醒的认识到", "也存在", "还存在",
        "仍存在", "仍然存在", "存在一些", "存在不少", "存在以下", "存在不足", "存在着",
        "存在的问题主要", "存在的主要问题", "存在的不足", "主要问题", "问题和不足", "困难和问题",
        "困难和挑战", "不足之处", "有差距", "有不足", "面临的困难",
    ],
);

static CAUSES: PartKind =
    words("原因分析", &["原因", "成因", "根源", "剖析"], &["原因", "究其根源", "究其原因", "剖析"]);

static PLANS: PartKind = words(
    "下一步打算",
    &[
        "打算", "下一步", "下步", "下阶段", "下一阶段", "今后", "努力方向", "改进措施", "改进方向",
        "整改措施", "整改方向", "工作安排", "工作计划", "工作思路", "年思路", "年计划", "年安排",
        "年重点", "重点工作", "明年", "来年", "新的一年",
    ],
    &[
        "下一步", "下步", "下阶段", "下一阶段", "今后", "在今后", "明年", "来年", "新的一年",
        "接下来", "我将", "本人将", "我们将", "我局将", "我委将",
    ],
);

static FORMULA: PartKind = words(
    "结束语",
    &["结束语", "结语"],
    &[
        "特此报告", "特此汇报", "特此述职", "以上报告", "以上述职", "以上汇报", "以上是",
        "以上就是", "不当之处", "不妥之处", "述职完毕", "报告完毕", "我的述职", "请予评议",
        "请批评指正", "请予审议", "谢谢大家", "谢谢各位",
    ],
);

static RESPONSIBILITY: PartKind =
    body("履行责任情况", &["履责", "履行", "履职", "责任", "述责", "尽责", "做法", "成效", "工作"]);

static RESULTS: PartKind = body(
    "做法与成效",
    &["成效", "做法", "成绩", "回顾", "完成情况", "开展情况", "工作情况", "主要工作", "工作"],
);

static EXPERIENCE: PartKind = words(
    "亮点经验",
    &["亮点", "经验", "特色", "启示", "体会"],
    &["几点体会", "几点经验", "主要经验"],
);

static BACKGROUND: PartKind = words(
    "背景与方法",
    &["背景", "调研方法", "调研情况", "调研概况", "前言", "引言"],
    &["调研组", "实地调研", "问卷", "为全面", "为深入", "为进一步", "为了解", "近期"],
);

static STATE_OF_THINGS: PartKind =
    body("现状与做法", &["现状", "基本情况", "情况", "做法", "成效", "进展", "概况"]);

static ADVICE: PartKind = words(
    "对策建议",
    &["建议", "对策", "措施", "路径", "思考", "意见", "举措"],
    &["建议", "为此，", "针对以上", "针对上述"],
);

static REVIEW: PartKind = words(
    "工作回顾",
    &["回顾", "主要成就", "年工作", "工作情况", "过去", "主要成绩"],
    &["过去一年", "一年来", "五年来", "过去五年", "过去的一年", "工作回顾"],
);

static GOALS: PartKind = words(
    "总体要求和目标",
    &["目标", "总体要求", "工作要求", "总体思路", "总体部署", "总体安排"],
    &["总体要求", "预期目标", "主要目标", "工作目标", "目标任务", "总体思路"],
);

static TASKS: PartKind = words(
    "重点工作",
    &["重点工作", "重点任务", "工作任务", "主要任务", "任务", "工作安排", "重点"],
    &["重点做好", "重点抓好", "着重抓好", "着力抓好", "做好以下", "抓好以下"],
);

static GOVERNMENT_ITSELF: PartKind = words(
    "政府自身建设",
    &["自身建设", "政府建设", "法治政府", "政府治理", "服务型政府", "政府效能", "人民满意"],
    &["自身建设", "政府系统", "建设法治政府", "法治政府建设", "政府工作人员"],
);

static GLOSSARY: PartKind = words("名词解释", &["名词解释"], &["名词解释", "有关用语说明"]);

const fn frame(name: &'static str, of: fn(&Frame) -> Option<Span>) -> PartKind {
    PartKind { name, sought: Sought::Frame(of) }
}

const fn words(name: &'static str, headings: List, openings: List) -> PartKind {
    PartKind { name, sought: Sought::Words { headings, openings } }
}

const fn body(name: &'static str, headings: List) -> PartKind {
    PartKind { name, sought: Sought::Body(headings) }
}
