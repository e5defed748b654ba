/*
 * strings.h - every word that the program itself writes into a report, one table a language.
 *
 * A text may hold {names} that the sentence rules fill in. A table that lacks a text, or has one that
 * nobody asks for, is refused when it is read; one with a base has the texts of that where it has none.
 *
 * Numbers: a text that counts something has a form for each kind of number (model/plural.h), "id.one" to
 *          "id.other". A table needs those that its language uses.
 */
#ifndef GRADIENT_MODEL_STRINGS_H
#define GRADIENT_MODEL_STRINGS_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct string_index; /* base/string_index.h */

enum string_id {
#define STRING(symbol, id) STRING_##symbol,
#include "model/string_ids.def"
#undef STRING
	STRING_COUNT,
};

struct strings {
	const char *language, *file;
	const char *texts[STRING_COUNT]; /* NULL: a form of number that the language does not use */
	bool own[STRING_COUNT];          /* from this table, not from its base */
	bool two_languages;              /* its base is in another one */
	int technical[STRING_COUNT];     /* the text of the technical register; 0: the same */
};

/* A name in braces and what stands for it; an array of these ends with a NULL name. */
struct placeholder {
	const char *name, *text;
};

const char *string_id_name(enum string_id id);

/* STRING_COUNT when there is none of that name. */
enum string_id string_id_find(const char *name);

/* From names to ids, for who looks up many of them. */
struct string_index *string_ids_by_name(struct arena *arena);

/* True unless it is a form that the language does not use: of a number, or one that few languages have. */
bool string_id_is_needed(enum string_id id, const char *language);

/*
 * The form of a text for a number: other is its last form ("id.other"), which stands in where the table has none.
 */
enum string_id strings_counted(const struct strings *strings, enum string_id other, size_t number);

/* A form that few languages have, else the usual text. */
const char *strings_form(const struct strings *strings, enum string_id form, enum string_id usual);

/* The text of the technical register, which may be the same. */
enum string_id strings_technical(const struct strings *strings, enum string_id id);

/* Finds those texts; to be called once, when the table is whole. */
void strings_find_technical(struct strings *strings);

/* True when both texts are in one language, so that they may stand in one sentence. */
bool strings_agree(const struct strings *strings, enum string_id a, enum string_id b);

/* The text, or that of its last form where the table has not the form itself. */
const char *strings_like(const struct strings *strings, enum string_id id);

const char *strings_text(const struct strings *strings, enum string_id id);

/* The text with every {name} replaced; a name without a replacement is left as it stands. */
char *strings_fill(struct arena *arena, const struct strings *strings, enum string_id id,
		   const struct placeholder *placeholders);

#endif
