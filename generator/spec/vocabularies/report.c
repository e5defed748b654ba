/*
 * report.c - the language of report specs, version 1.
 *
 * One table, whose elements stand in the folder report/, a file for each kind of element.
 */
#include "spec/vocabulary_words.h"

static const struct word_list version_words = WORDS("1");
static const struct word_list status_words = WORDS("draft", "official", "management-information");
static const struct word_list parameter_words =
	WORDS("organisation", "period", "text", "number", "flag");
static const struct word_list much_words = WORDS("none", "99.8");
static const struct word_list confidence_words = WORDS("90", "95", "99.8");
static const struct word_list small_count_words = WORDS("exact", "byar");
static const struct word_list wide_interval_words = WORDS("marked", "unmarked");
static const struct word_list core_words = WORDS("national-20", "local-20", "national-10");
static const struct word_list decimals_words = WORDS("0", "1", "2", "3", "4", "5", "6");
static const struct word_list encoding_words =
	WORDS("utf-8", "windows-1252", "iso-8859-1", "macintosh");
static const struct word_list delimiter_words = WORDS("comma", "semicolon", "tab", "pipe");
static const struct word_list combine_words = WORDS("no", "sum");
static const struct word_list source_kind_words = WORDS("table", "records", "odbc");
static const struct word_list date_form_words = WORDS("iso", "day-first", "compact");
static const struct word_list derive_words =
	WORDS("age", "weeks", "days", "financial-year", "calendar-year", "month", "band", "prefix",
	      "lookup", "number", "date");
static const struct word_list count_words = WORDS("numerator", "denominator");
static const struct word_list before_words = WORDS("broken", "combined", "recast");
static const struct word_list register_words = WORDS("plain", "technical");
static const struct word_list population_words = WORDS("registered", "resident");
static const struct word_list missing_words =
	WORDS("suppressed", "not-available", "not-applicable", "zero", "skip");
static const struct word_list side_words = WORDS("negative", "neutral", "positive");
static const struct word_list good_words = WORDS("high", "low", "neither");
static const struct word_list section_words = WORDS("plain", "domain", "indicator");
static const struct word_list body_kind_words =
	WORDS("icb", "acute", "mental-health", "community", "ambulance");
static const struct word_list body_form_words = WORDS("icb", "nhs-trust", "foundation-trust");
static const struct word_list not_reported_words = WORDS("not-available", "not-applicable");
static const struct word_list view_words = WORDS("met", "partly-met", "not-met");
static const struct word_list break_words = WORDS("page", "none");
static const struct word_list coverage_words = WORDS("indicators", "sections");
static const struct word_list orientation_words = WORDS("portrait", "landscape");
static const struct word_list callout_words = WORDS("action", "caution", "example", "note");
static const struct word_list card_words =
	WORDS("1200x675", "1200x628", "1600x900", "1080x1080", "1080x1350");
static const struct word_list cell_words = WORDS("plain", "panel");
static const struct word_list contents_words = WORDS("report", "section");
static const struct word_list order_words = WORDS("given", "value", "reverse");
static const struct word_list layer_mark_words =
	WORDS("bar", "dot", "line", "rule", "band", "text");
static const struct word_list panels_words =
	WORDS("group", "sex", "organisation", "indicator", "period");
static const struct word_list series_words = WORDS("sex", "period", "organisation");
static const struct word_list loop_words = WORDS("indicators", "domains", "periods");
static const struct word_list is_words =
	WORDS("significant", "not-significant", "higher", "lower", "similar", "better", "worse",
	      "suppressed", "missing", "unreliable", "available");
static const struct word_list phrase_words =
	WORDS("level", "comparison", "gap", "ratio", "gradient", "several-groups", "change",
	      "trend", "recent-trend", "gap-trend", "absolute-and-relative", "slope",
	      "completeness", "caution", "introduction");
static const struct word_list length_words = WORDS("sentence", "paragraph", "bullets");
static const struct word_list findings_form_words = WORDS("cards", "list");
static const struct word_list name_words =
	WORDS("organisation", "indicator", "measure", "period", "group", "dimension", "comparator",
	      "source", "domain");
static const struct word_list name_form_words = WORDS("full", "short");
static const struct word_list ref_form_words = WORDS("number", "title", "page");
static const struct word_list as_words = WORDS("number", "percentage", "times", "one-in");
static const struct word_list table_words =
	WORDS("values", "summary", "measures", "completeness", "coverage");
static const struct word_list total_words = WORDS("first", "last", "none");
static const struct word_list row_group_words = WORDS("domain");
static const struct word_list column_as_words = WORDS("number", "sparkline");

static const char *const chart_names[] = {
#define CHART_KIND(symbol, name, summary) name,
#include "model/chart_kinds.def"
#undef CHART_KIND
};
static const struct word_list chart_words = LIST(chart_names);
static const char *const measure_names[] = {
#define MEASURE(symbol, name, scope, unit, parameters, summary) name,
#include "model/measures.def"
#undef MEASURE
};
static const struct word_list measure_words = LIST(measure_names);
static const char *const transform_names[] = { "none", "log", "logit", "logistic" };
static const struct word_list transform_words = LIST(transform_names);
static const char *const level_names[] = { "83.4", "90", "95", "99.8" };
static const struct word_list level_words = LIST(level_names);
static const char *const weights_names[] = { "population", "none" };
static const struct word_list weights_words = LIST(weights_names);
static const char *const sign_names[] = { "polarity", "raw" };
static const struct word_list sign_words = LIST(sign_names);
static const char *const method_names[] = {
#define METHOD(symbol, name, summary) name,
#include "model/methods.def"
#undef METHOD
};
static const struct word_list method_words = LIST(method_names);
static const char *const role_names[] = {
#define DATA_ROLE(symbol, name, summary) name,
#include "model/data_roles.def"
#undef DATA_ROLE
};
static const struct word_list role_words = LIST(role_names);

/* -- sets of attributes ---------------------------------------------------------------------- */

static const struct attribute_rule common[] = {
	{ "id", ATTRIBUTE_ID, false, NULL, "name for references" },
	{ "xml:lang", ATTRIBUTE_LANGUAGE, false, NULL, "language of the text within" },
	{ "accept", ATTRIBUTE_TEXT, false, NULL,
	  "words that the check of the author's text passes over here, with | between them" },
	{ 0 },
};
static const struct attribute_rule language[] = {
	{ "xml:lang", ATTRIBUTE_LANGUAGE, false, NULL, "language of the text within" },
	{ 0 },
};
static const struct attribute_rule scope[] = {
	{ "indicator", ATTRIBUTE_TEXT, false, NULL,
	  "id of the indicator; taken from the element around" },
	{ "by", ATTRIBUTE_TEXT, false, NULL,
	  "dimension (deprivation, ethnicity, age, sex, organisation, ...) or one of its classifications" },
	{ "period", ATTRIBUTE_TEXT, false, NULL,
	  "a period as in the data, \"latest\", \"first\", \"previous\", \"all\" or \"last-5\"" },
	{ "organisation", ATTRIBUTE_TEXT, false, NULL, "code of the body the figures are of" },
	{ "compare", ATTRIBUTE_TEXT, false, NULL,
	  "\"all\" (the body's own total), \"none\", the code of another body, \"icb\", \"region\" or \"england\" (those around it), or the id of peers" },
	{ 0 },
};
static const struct attribute_rule group_of[] = {
	{ "group", ATTRIBUTE_TEXT, false, NULL,
	  "code or label of a group, \"most\", \"least\", \"highest\", \"lowest\", \"best\", \"worst\" or \"all\"" },
	{ 0 },
};

/* What a measure may be asked for with; which of them it takes is said where it is worked out. */
static const struct attribute_rule choice[] = {
	{ "transform", ATTRIBUTE_WORD, false, &transform_words,
	  "of sii and rii: what the line through the groups is fitted to. none: the figures as they are; log: their logarithms; logit: the same for percentages; logistic: the model of the World Health Organization, for percentages. Best left out: log for rates, logit for percentages, none for the rest" },
	{ "confidence", ATTRIBUTE_WORD, false, &level_words,
	  "how sure the interval is, in per cent; the higher, the wider. 95 is usual, 99.8 for many comparisons at once, 83.4 for intervals that are compared by whether they overlap; that of the report if not given" },
	{ "reference", ATTRIBUTE_TEXT, false, NULL,
	  "the group that others are compared with: its name, \"best\", \"worst\", \"most\", \"least\", \"highest\", \"lowest\", or \"all\" for everybody together. If not given: of gap, ratio, relative-gap and excess the least deprived; of par and paf the least deprived, or the best group where groups have no order; of mean-difference the mean of the groups" },
	{ "weights", ATTRIBUTE_WORD, false, &weights_words,
	  "of mean-difference and index-of-disparity: population counts a large group for more than a small one, none counts every group alike; population if not given" },
	{ "sign", ATTRIBUTE_WORD, false, &sign_words,
	  "polarity: above 0 (rii: above 1) means that the most deprived are worse off, or have more where neither direction is better. raw: as subtracted, the most less the least deprived for a gap, the least less the most for a slope or concentration index. A gap of a group that is named is always the group less its reference; polarity if not given" },
	{ 0 },
};

static const struct attribute_rule test[] = {
	{ "of", ATTRIBUTE_WORD, false, &measure_words, "the figure" },
	{ "is", ATTRIBUTE_WORD, false, &is_words,
	  "the state of the figure, or how it compares; of a trend, where it goes: higher is up, similar no clear trend" },
	{ "gt", ATTRIBUTE_DECIMAL, false, NULL, "greater than" },
	{ "lt", ATTRIBUTE_DECIMAL, false, NULL, "less than" },
	{ "ge", ATTRIBUTE_DECIMAL, false, NULL, "greater than or equal to" },
	{ "le", ATTRIBUTE_DECIMAL, false, NULL, "less than or equal to" },
	{ "param", ATTRIBUTE_NAME, false, NULL, "a parameter" },
	{ "equals", ATTRIBUTE_TEXT, false, NULL, "the value of the parameter" },
	{ 0 },
};

static const struct attribute_rule loop[] = {
	{ "in", ATTRIBUTE_WORD, true, &loop_words, "what runs" },
	{ "only", ATTRIBUTE_TEXT, false, NULL, "those to take, separated by |" },
	{ 0 },
};

/* -- elements that may stand in a place ------------------------------------------------------ */

#define INLINE                                                                                     \
	KEYS("value", "interval", "phrase", "name", "ref", "note", "term", "em", "strong", "a",    \
	     "abbr", "param", "inline-when", "to-write")
#define BLOCK                                                                                      \
	"section", "p", "lead", "finding", "ul", "ol", "callout", "panel", "actions", "review",    \
		"framework", "governance", "equality", "provisions", "to-write", "definition",     \
		"commentary", "key-findings", "chart", "table", "text-table", "grid", "tiles",     \
		"for-each", "if", "choose", "contents", "methods", "coverage", "changes",          \
		"data-quality", "sources", "glossary", "page-break", "show", "include"
#define TEXT_BLOCK "p", "ul", "ol", "text-if", "text-choose", "to-write"
#define PARTS                                                                                      \
	{ KEYS("title"), OCCURS_AT_MOST_ONCE }, { KEYS("subtitle"), OCCURS_AT_MOST_ONCE },         \
		{ KEYS("alt"), OCCURS_AT_MOST_ONCE },                                              \
		{ KEYS("long-description"), OCCURS_AT_MOST_ONCE },                                 \
		{ KEYS("note-line"), OCCURS_AT_MOST_ONCE },                                        \
	{                                                                                          \
		KEYS("source-line"), OCCURS_AT_MOST_ONCE                                           \
	}

#define MIXED_INLINE                                                                               \
	{                                                                                          \
		{                                                                                  \
			INLINE, OCCURS_ANY                                                         \
		}                                                                                  \
	}

static const struct element_rule elements[] = {
/* The manual has them in this order. */
#include "spec/vocabularies/report/meta.def"

#include "spec/vocabularies/report/data.def"

#include "spec/vocabularies/report/indicators.def"

#include "spec/vocabularies/report/structure.def"

#include "spec/vocabularies/report/statement.def"

#include "spec/vocabularies/report/figures.def"

#include "spec/vocabularies/report/evidence.def"

#include "spec/vocabularies/report/parts.def"

#include "spec/vocabularies/report/extracts.def"

#include "spec/vocabularies/report/logic.def"

#include "spec/vocabularies/report/text.def"
};

const struct vocabulary vocabulary_report = {
	.id = "report",
	.namespace = "urn:gradient:report:1",
	.root = "report",
	.fragment = "fragment",
	.title = "Report",
	.elements = elements,
	.count = sizeof(elements) / sizeof(elements[0]),
};
