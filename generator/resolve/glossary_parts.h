/*
 * glossary_parts.h - which words of the glossary a text holds, and which abbreviations nobody explains;
 * shared by the glossary*.c files of this folder alone.
 */
#ifndef GRADIENT_RESOLVE_GLOSSARY_PARTS_H
#define GRADIENT_RESOLVE_GLOSSARY_PARTS_H

#include "resolve/resolver.h"

/* A way to write an entry. */
enum name_kind { NAME_TERM, NAME_ABBREVIATION, NAME_OTHER };

struct glossary_name {
	enum name_kind kind;
	const char *text;   /* as it is printed */
	const char *folded; /* as it is looked for */
	int entry;
	bool exact; /* its capitals count */
	bool seen;
	size_t next; /* number from 1 of another one with the same first letter; 0 = none */
};

struct glossary_search {
	struct resolver *resolver;
	struct arena *scratch; /* of the texts while they are searched */
	struct glossary_name *names;
	size_t count, capacity;
	size_t first[256];          /* by first letter, numbers from 1; 0 = none */
	struct string_index *codes; /* what needs no explanation, and what was told already */
};

/* name may be "": then nothing is added. */
void search_add(struct glossary_search *search, int entry, enum name_kind kind, const char *name);

/* The names of an entry of the list. */
void search_add_entry(struct glossary_search *search, int number,
		      const struct glossary_entry *entry);

/* A word that needs no explanation: the id of an indicator, the code of a body. */
void search_add_code(struct glossary_search *search, const char *code);

/*
 * Marks the names that a text holds, and tells of abbreviations that none of them explains, each once. In
 * the meaning of another entry (in_meaning) terms do not count: only abbreviations must be explained.
 */
void search_text(struct glossary_search *search, const char *words, struct location at,
		 bool in_meaning);

/* The same for all that the document prints. */
void search_document(struct glossary_search *search);

/* True of "NHS", "GPs", "HbA1c": at least two capitals, and no more small letters than capitals;
 * not of numbers such as "14Z35". */
bool is_abbreviation(const char *word, size_t length);

#endif
