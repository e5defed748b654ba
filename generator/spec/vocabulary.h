/*
 * vocabulary.h - which elements and attributes an XML file of ours may hold: one table a kind of file.
 *
 * The table drives the checker and its hints, the RELAX NG and XSD schemas for editors, "gradient list
 * elements" and the manual of elements; there is no second description of a language anywhere.
 * Content is a sequence of groups of element names, each with a count; neighbouring groups share no
 * name, so the same model can be written in RELAX NG without interleave and in XSD 1.0.
 */
#ifndef GRADIENT_SPEC_VOCABULARY_H
#define GRADIENT_SPEC_VOCABULARY_H

#include <stdbool.h>
#include <stddef.h>

enum attribute_type {
	ATTRIBUTE_TEXT,     /* any text; {name} stands for a parameter */
	ATTRIBUTE_PATH,     /* name of a file; {name} stands for a parameter */
	ATTRIBUTE_NAME,     /* letter, then letters, digits, hyphens, underscores, points */
	ATTRIBUTE_ID,       /* a name, used once in the report */
	ATTRIBUTE_KEY,      /* a name, used once among elements of its kind */
	ATTRIBUTE_REF,      /* the id of an element of the text */
	ATTRIBUTE_SOURCE,   /* the id of a source of data */
	ATTRIBUTE_BOOLEAN,  /* true, false */
	ATTRIBUTE_WHOLE,    /* 0, 1, 2, ... */
	ATTRIBUTE_POSITIVE, /* 1, 2, 3, ... */
	ATTRIBUTE_DECIMAL,
	ATTRIBUTE_DATE,     /* YYYY-MM-DD */
	ATTRIBUTE_LANGUAGE, /* en-GB */
	ATTRIBUTE_LENGTH,   /* a number with mm, cm or pt */
	ATTRIBUTE_COLOUR,   /* #RRGGBB */
	ATTRIBUTE_WORD,     /* one word of a list */
};

struct word_list {
	const char *const *words;
	size_t count;
};

struct attribute_rule {
	const char *name;
	enum attribute_type type;
	bool required;
	const struct word_list *words; /* ATTRIBUTE_WORD */
	const char *help;
};

enum occurrence { OCCURS_ONCE, OCCURS_AT_MOST_ONCE, OCCURS_ANY, OCCURS_AT_LEAST_ONCE };

struct child_rule {
	const char *const *keys; /* ended by NULL */
	enum occurrence occurrence;
};

enum content {
	CONTENT_EMPTY,
	CONTENT_TEXT,     /* characters alone */
	CONTENT_MIXED,    /* characters and elements of the one group of children, in any order */
	CONTENT_ELEMENTS, /* the groups of children, in their order */
};

enum { ATTRIBUTE_SETS_MOST = 5, CHILD_RULES_MOST = 8 };

struct element_rule {
	const char *key; /* unique; differs from name where one name has two meanings */
	const char *name;
	enum content content;
	const struct attribute_rule
		*attributes[ATTRIBUTE_SETS_MOST];     /* sets, each ended by a NULL name */
	struct child_rule children[CHILD_RULES_MOST]; /* ended by keys == NULL */
	const char *help;
};

struct vocabulary {
	const char *id, *namespace, *root, *title;
	const char *fragment; /* element around several in an included file; NULL if none */
	const struct element_rule *elements;
	size_t count;
};

extern const struct vocabulary vocabulary_report;
extern const struct vocabulary vocabulary_layout;
extern const struct vocabulary vocabulary_theme;
extern const struct vocabulary vocabulary_strings;

/* All of them, ended by NULL; the report first. */
const struct vocabulary *const *vocabularies(void);

/* NULL when there is none of that key. */
const struct element_rule *vocabulary_find(const struct vocabulary *vocabulary, const char *key);

/* Keys of the elements that an included file may hold, ended by NULL; none when there is no including. */
const char *const *vocabulary_fragments(const struct vocabulary *vocabulary);

/* The rule of a child by the name an author wrote; NULL when the element may not hold it. */
const struct element_rule *vocabulary_child(const struct vocabulary *vocabulary,
					    const struct element_rule *parent, const char *name);

/* NULL when the element has no such attribute. */
const struct attribute_rule *element_attribute(const struct element_rule *element,
					       const char *name);

/* What a value must look like, for hints and the manual: "a date such as 2025-07-31". */
const char *attribute_type_summary(enum attribute_type type);

/* True when value fits type and words; parameters in braces are taken to be in place already. */
bool attribute_accepts(const struct attribute_rule *rule, const char *value);

/* Points (1/72 inch) of a length as in "10mm", "1.5cm" or "12pt"; false when it is none. */
bool length_parse(const char *text, double *points);

#endif
