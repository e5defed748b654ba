/*
 * strings.c - the language of tables of words, version 1.
 */
#include "spec/vocabulary_words.h"

static const struct word_list version_words = WORDS("1");

static const struct element_rule elements[] = {
	{ "strings",
	  "strings",
	  CONTENT_ELEMENTS,
	  { ATTRIBUTES(
		  { "version", ATTRIBUTE_WORD, true, &version_words, "version of the language" },
		  { "xml:lang", ATTRIBUTE_LANGUAGE, true, NULL, "language of the words" },
		  { "base", ATTRIBUTE_TEXT, false, NULL,
		    "a whole table whose texts stand where this one has none: its name without .xml, beside this one or of the program, such as en-GB" }) },
	  { { KEYS("s"), OCCURS_AT_LEAST_ONCE } },
	  "Every word that the program itself writes, in one language." },
	{ "s",
	  "s",
	  CONTENT_TEXT,
	  { ATTRIBUTES({ "id", ATTRIBUTE_TEXT, true, NULL, "which text it is" }) },
	  { { 0 } },
	  "One text; {names} in braces are filled in. A text that counts has a form for each kind of number, as the language needs them: id.zero, id.one, id.two, id.few, id.many, id.other." },
};

const struct vocabulary vocabulary_strings = {
	.id = "strings",
	.namespace = "urn:gradient:strings:1",
	.root = "strings",
	.title = "Strings",
	.elements = elements,
	.count = sizeof(elements) / sizeof(elements[0]),
};
