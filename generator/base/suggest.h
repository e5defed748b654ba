/*
 * suggest.h - hints for words that are not on a list: "did you mean", "use one of".
 */
#ifndef GRADIENT_BASE_SUGGEST_H
#define GRADIENT_BASE_SUGGEST_H

#include <stddef.h>

struct arena;

/* The entry nearest to seen, by edits; NULL when none is near enough to be a slip of the hand. */
const char *suggest_nearest(const char *seen, const char *const *allowed, size_t count);

/*
 * "did you mean "quintile"? use one of: age, quintile, sex" in the arena; the question is left out when
 * nothing is near, the list shortened when it is long. count may be 0: then "".
 */
const char *suggest_hint(struct arena *arena, const char *seen, const char *const *allowed,
			 size_t count);

/*
 * The same for the names of entries of a list: items are structures of a size in bytes, of which the member at
 * offset is the name.
 */
const char *suggest_member(struct arena *arena, const char *seen, const void *items, size_t count,
			   size_t size, size_t offset);

#endif
