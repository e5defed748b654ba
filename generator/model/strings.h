/*
 * strings.h - every word that the program itself writes into a report, one table a language.
 *
 * A text may hold {names} that the sentence rules fill in. A table that lacks a text, or has one that
 * nobody asks for, is refused when it is read.
 */
#ifndef GRADIENT_MODEL_STRINGS_H
#define GRADIENT_MODEL_STRINGS_H

#include <stddef.h>

struct arena;

enum string_id {
#define STRING(symbol, id) STRING_##symbol,
#include "model/string_ids.def"
#undef STRING
	STRING_COUNT,
};

struct strings {
	const char *language, *file;
	const char *texts[STRING_COUNT];
};

/* A name in braces and what stands for it; an array of these ends with a NULL name. */
struct placeholder {
	const char *name, *text;
};

const char *string_id_name(enum string_id id);

/* STRING_COUNT when there is none of that name. */
enum string_id string_id_find(const char *name);

const char *strings_text(const struct strings *strings, enum string_id id);

/* The text with every {name} replaced; a name without a replacement is left as it stands. */
char *strings_fill(struct arena *arena, const struct strings *strings, enum string_id id,
		   const struct placeholder *placeholders);

#endif
