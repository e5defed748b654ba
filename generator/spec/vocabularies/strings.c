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
		  { "xml:lang", ATTRIBUTE_LANGUAGE, true, NULL, "language of the words" }) },
	  { { KEYS("s"), OCCURS_AT_LEAST_ONCE } },
	  "Every word that the program itself writes, in one language." },
	{ "s",
	  "s",
	  CONTENT_TEXT,
	  { ATTRIBUTES({ "id", ATTRIBUTE_TEXT, true, NULL, "which text it is" }) },
	  { { 0 } },
	  "One text; {names} in braces are filled in." },
};

const struct vocabulary vocabulary_strings = {
	.id = "strings",
	.namespace = "urn:gradient:strings:1",
	.root = "strings",
	.title = "Strings",
	.elements = elements,
	.count = sizeof(elements) / sizeof(elements[0]),
};
