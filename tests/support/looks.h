/*
 * looks.h - a layout of the repository with its theme and fonts, as the program loads them.
 *
 * The fonts become those of the whole process; a look that was loaded before keeps its own.
 */
#ifndef GRADIENT_TESTS_LOOKS_H
#define GRADIENT_TESTS_LOOKS_H

#include "model/layout.h"
#include "model/theme.h"
#include "text/engine.h"

struct arena;
struct diag_list;

struct look {
	struct arena *arena;
	struct diag_list *diags;
	const struct layout *layout;
	const struct theme *theme;
	struct text_engine *engine;
	unsigned threads; /* of the process before the fonts were loaded */
};

/* The layouts of the repository. */
enum { LOOKS = 2 };
extern const char *const look_names[LOOKS];

/* name: one of look_names. Fails the test when anything is wrong with it. */
struct look look_load(struct arena *arena, const char *name);

/* The same in an arena of its own. */
struct look look_new(const char *name);

/* Frees the arena with the fonts. */
void look_free(struct look *look);

/* Number of the font that a role asks for. */
int look_font(const struct look *look, enum text_role role);

/* True when the colour is that of the role, to what eight bits a part can tell. */
bool look_is_colour(const struct look *look, struct colour colour, enum colour_role role);

#endif
