/*
 * theme.c - the language of theme files, version 1.
 */
#include "spec/vocabulary_words.h"

static const struct word_list version_words = WORDS("1");
static const struct word_list font_words = WORDS("text", "display");
static const struct word_list slant_words = WORDS("upright", "italic");
static const char *const colour_names[] = {
#define COLOUR_ROLE(symbol, name) name,
#include "model/colour_roles.def"
#undef COLOUR_ROLE
};
static const struct word_list colour_words = LIST(colour_names);

static const struct element_rule elements[] = {
	{ "theme",
	  "theme",
	  CONTENT_ELEMENTS,
	  { ATTRIBUTES(
		  { "version", ATTRIBUTE_WORD, true, &version_words, "version of the language" },
		  { "name", ATTRIBUTE_NAME, true, NULL, "its name" },
		  { "title", ATTRIBUTE_TEXT, false, NULL, "what it is for, for lists" }) },
	  { { KEYS("font"), OCCURS_AT_LEAST_ONCE },
	    { KEYS("colour"), OCCURS_AT_LEAST_ONCE },
	    { KEYS("accept"), OCCURS_ANY },
	    { KEYS("logo"), OCCURS_AT_MOST_ONCE } },
	  "Fonts and colours by role. When a theme is read, the contrast of words and marks and the distance of "
	  "neighbouring colours are measured: with full sight, without red or green cones, and in grey." },
	{ "font",
	  "font",
	  CONTENT_ELEMENTS,
	  { ATTRIBUTES({ "role", ATTRIBUTE_WORD, true, &font_words, "text or display" },
		       { "family", ATTRIBUTE_TEXT, true, NULL, "its name, for SVG and HTML" }) },
	  { { KEYS("face"), OCCURS_AT_LEAST_ONCE } },
	  "A family of fonts." },
	{ "face",
	  "face",
	  CONTENT_EMPTY,
	  { ATTRIBUTES({ "file", ATTRIBUTE_PATH, true, NULL,
			 "font file beside the theme or in the fonts folder" },
		       { "weight", ATTRIBUTE_POSITIVE, true, NULL, "400 regular, 600 semi-bold" },
		       { "slant", ATTRIBUTE_WORD, false, &slant_words, "upright if not given" }) },
	  { { 0 } },
	  "One font file." },
	{ "colour",
	  "colour",
	  CONTENT_EMPTY,
	  { ATTRIBUTES({ "role", ATTRIBUTE_WORD, true, &colour_words, "what it is for" },
		       { "value", ATTRIBUTE_COLOUR, true, NULL, "the colour" }) },
	  { { 0 } },
	  "A colour." },
	{ "accept",
	  "accept",
	  CONTENT_EMPTY,
	  { ATTRIBUTES({ "first", ATTRIBUTE_WORD, true, &colour_words, "a colour" },
		       { "second", ATTRIBUTE_WORD, true, &colour_words, "the other" },
		       { "reason", ATTRIBUTE_TEXT, true, NULL,
			 "what tells them apart besides their colours" }) },
	  { { 0 } },
	  "Two colours that may be closer than the checks want." },
	{ "logo",
	  "logo",
	  CONTENT_ELEMENTS,
	  { ATTRIBUTES({ "file", ATTRIBUTE_PATH, true, NULL, "PNG file beside the theme" },
		       { "height", ATTRIBUTE_LENGTH, false, NULL,
			 "its height, 8 to 20 mm; 40 pt if not given" }) },
	  { { KEYS("alt"), OCCURS_ONCE } },
	  "The mark of the body that publishes, at the top right of the cover. That of the report goes before it." },
	{ "alt",
	  "alt",
	  CONTENT_TEXT,
	  { 0 },
	  { { 0 } },
	  "What the logo shows, for those who do not see it." },
};

const struct vocabulary vocabulary_theme = {
	.id = "theme",
	.namespace = "urn:gradient:theme:1",
	.root = "theme",
	.title = "Theme",
	.elements = elements,
	.count = sizeof(elements) / sizeof(elements[0]),
};
