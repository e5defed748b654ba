/*
 * layout.c - the language of layout files, version 1.
 */
#include "spec/vocabulary_words.h"

static const struct word_list version_words = WORDS("1");
static const struct word_list font_words = WORDS("text", "display");
static const struct word_list slant_words = WORDS("upright", "italic");
static const struct word_list place_words =
	WORDS("head-left", "head-right", "foot-left", "foot-right");
static const struct word_list field_words =
	WORDS("section", "publisher", "title", "notice", "page");
static const struct word_list kind_words = WORDS("plain", "domain", "indicator", "appendix");
static const struct word_list cover_words = WORDS("none", "steps", "plain");
static const char *const role_names[] = {
#define TEXT_ROLE(symbol, name) name,
#include "model/text_roles.def"
#undef TEXT_ROLE
};
static const struct word_list role_words = LIST(role_names);
static const char *const colour_names[] = {
#define COLOUR_ROLE(symbol, name) name,
#include "model/colour_roles.def"
#undef COLOUR_ROLE
};
static const struct word_list colour_words = LIST(colour_names);

static const struct element_rule elements[] = {
	{ "layout",
	  "layout",
	  CONTENT_ELEMENTS,
	  { ATTRIBUTES(
		  { "version", ATTRIBUTE_WORD, true, &version_words, "version of the language" },
		  { "name", ATTRIBUTE_NAME, true, NULL, "its name" },
		  { "title", ATTRIBUTE_TEXT, true, NULL, "what it is for, in a line" },
		  { "theme", ATTRIBUTE_PATH, true, NULL,
		    "theme file used unless a report names one" }) },
	  { { KEYS("page"), OCCURS_ONCE },
	    { KEYS("running"), OCCURS_ANY },
	    { KEYS("card"), OCCURS_ANY },
	    { KEYS("headings"), OCCURS_ONCE },
	    { KEYS("figures"), OCCURS_ONCE },
	    { KEYS("styles"), OCCURS_ONCE } },
	  "How the pages of a report look." },
	{ "page",
	  "page",
	  CONTENT_EMPTY,
	  { ATTRIBUTES(
		  { "width", ATTRIBUTE_LENGTH, true, NULL, "of the paper" },
		  { "height", ATTRIBUTE_LENGTH, true, NULL, "of the paper" },
		  { "top", ATTRIBUTE_LENGTH, true, NULL, "margin above the text" },
		  { "bottom", ATTRIBUTE_LENGTH, true, NULL, "margin below the text" },
		  { "left", ATTRIBUTE_LENGTH, true, NULL, "margin" },
		  { "right", ATTRIBUTE_LENGTH, true, NULL, "margin" },
		  { "columns", ATTRIBUTE_POSITIVE, true, NULL, "columns of the grid" },
		  { "gutter", ATTRIBUTE_LENGTH, true, NULL, "between columns" },
		  { "hang", ATTRIBUTE_LENGTH, true, NULL,
		    "how far panels stick out on both sides, so that their text keeps the edge" },
		  { "head", ATTRIBUTE_LENGTH, true, NULL, "top of the running head" },
		  { "foot", ATTRIBUTE_LENGTH, true, NULL, "rule above the running foot" },
		  { "foot-rule", ATTRIBUTE_BOOLEAN, false, NULL, "false: no rule" },
		  { "cover", ATTRIBUTE_WORD, true, &cover_words,
		    "steps: a field of colour with a chart as picture; plain: words alone" }) },
	  { { 0 } },
	  "Paper, margins and the grid of columns." },
	{ "running",
	  "running",
	  CONTENT_EMPTY,
	  { ATTRIBUTES({ "at", ATTRIBUTE_WORD, true, &place_words, "its place" },
		       { "of", ATTRIBUTE_WORD, true, &field_words, "what it says" },
		       { "role", ATTRIBUTE_WORD, true, &role_words, "text style" }) },
	  { { 0 } },
	  "A line at the head or foot of every page." },
	{ "card",
	  "card",
	  CONTENT_EMPTY,
	  { ATTRIBUTES({ "width", ATTRIBUTE_POSITIVE, true, NULL, "pixels" },
		       { "height", ATTRIBUTE_POSITIVE, true, NULL, "pixels" }) },
	  { { 0 } },
	  "A size in which every chart can be had as a picture with its words (--formats cards); at most eight." },
	{ "headings",
	  "headings",
	  CONTENT_ELEMENTS,
	  { 0 },
	  { { KEYS("heading"), OCCURS_AT_LEAST_ONCE } },
	  "How sections begin." },
	{ "heading",
	  "heading",
	  CONTENT_EMPTY,
	  { ATTRIBUTES({ "kind", ATTRIBUTE_WORD, true, &kind_words, "kind of section" },
		       { "level", ATTRIBUTE_POSITIVE, true, NULL, "depth of the section" },
		       { "role", ATTRIBUTE_WORD, true, &role_words, "text style of the title" },
		       { "kicker", ATTRIBUTE_BOOLEAN, false, NULL,
			 "true: a line such as \"Section 2\" above the title" },
		       { "number", ATTRIBUTE_BOOLEAN, false, NULL,
			 "true: the number in front of the title" },
		       { "new-page", ATTRIBUTE_BOOLEAN, false, NULL, "true: on a new page" },
		       { "opener", ATTRIBUTE_BOOLEAN, false, NULL,
			 "true: in a field of colour at the top of a new page" }) },
	  { { 0 } },
	  "The heading of a kind of section at a depth, and of deeper ones not listed." },
	{ "figures",
	  "figures",
	  CONTENT_EMPTY,
	  { ATTRIBUTES({ "height", ATTRIBUTE_LENGTH, true, NULL, "of a chart over the full width" },
		       { "half-height", ATTRIBUTE_LENGTH, true, NULL, "of a chart in a grid" },
		       { "trend-height", ATTRIBUTE_LENGTH, true, NULL,
			 "of a trend over the full width" },
		       { "after", ATTRIBUTE_LENGTH, true, NULL, "space below figures and tables" },
		       { "row", ATTRIBUTE_LENGTH, true, NULL, "least height of a table's row" },
		       { "ornament", ATTRIBUTE_BOOLEAN, false, NULL,
			 "false: no coloured rule above figures and tables" }) },
	  { { 0 } },
	  "Sizes of figures and tables." },
	{ "styles",
	  "styles",
	  CONTENT_ELEMENTS,
	  { 0 },
	  { { KEYS("style"), OCCURS_AT_LEAST_ONCE } },
	  "Text styles, one for every role." },
	{ "style",
	  "style",
	  CONTENT_EMPTY,
	  { ATTRIBUTES(
		  { "role", ATTRIBUTE_WORD, true, &role_words, "what it is for" },
		  { "font", ATTRIBUTE_WORD, false, &font_words, "family of the theme; text" },
		  { "weight", ATTRIBUTE_POSITIVE, false, NULL, "400 regular, 600 semi-bold" },
		  { "slant", ATTRIBUTE_WORD, false, &slant_words, "upright" },
		  { "size", ATTRIBUTE_LENGTH, true, NULL, "of the type; 9pt or more" },
		  { "line", ATTRIBUTE_LENGTH, true, NULL, "from line to line" },
		  { "tracking", ATTRIBUTE_DECIMAL, false, NULL,
		    "space added after characters, in parts of the size" },
		  { "colour", ATTRIBUTE_WORD, false, &colour_words, "text if not given" },
		  { "before", ATTRIBUTE_LENGTH, false, NULL, "space above" },
		  { "after", ATTRIBUTE_LENGTH, false, NULL, "space below" },
		  { "tabular", ATTRIBUTE_BOOLEAN, false, NULL, "true: figures of equal width" },
		  { "balance", ATTRIBUTE_BOOLEAN, false, NULL,
		    "true: lines of about equal length" }) },
	  { { 0 } },
	  "How text of a role is set." },
};

const struct vocabulary vocabulary_layout = {
	.id = "layout",
	.namespace = "urn:gradient:layout:1",
	.root = "layout",
	.title = "Layout",
	.elements = elements,
	.count = sizeof(elements) / sizeof(elements[0]),
};
