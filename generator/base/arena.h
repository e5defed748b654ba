/*
 * arena.h - memory that lives and dies together.
 *
 * Purpose:   one arena a run holds the model, the data, the results and the pages; scratch work
 *            inside a function takes an arena of its own. There is no free for a single object,
 *            but large lists that are done with can be given back.
 * Ownership: whatever an arena hands out belongs to the arena, until arena_free().
 * Errors:    allocation never returns NULL. Out of memory, or a size that overflows, ends the
 *            program with the status for internal errors after one line on stderr.
 */
#ifndef GRADIENT_BASE_ARENA_H
#define GRADIENT_BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct arena;

struct arena *arena_new(void);

/* Accepts NULL. Objects taken with arena_own() are destroyed first, the last one taken first. */
void arena_free(struct arena *arena);

/* size bytes set to zero, aligned for any type. */
void *arena_alloc(struct arena *arena, size_t size);

/* count items of item_size bytes, set to zero. */
void *arena_array(struct arena *arena, size_t count, size_t item_size);

/*
 * Room for one more item in a growing array: returns items, or a larger copy of it when
 * count == *capacity, with *capacity raised. The new room is set to zero.
 */
void *arena_grow(struct arena *arena, void *items, size_t count, size_t *capacity,
		 size_t item_size);

char *arena_strdup(struct arena *arena, const char *text);
char *arena_strndup(struct arena *arena, const char *text, size_t length);
char *arena_printf(struct arena *arena, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
char *arena_vprintf(struct arena *arena, const char *format, va_list arguments)
	__attribute__((format(printf, 2, 0)));

/*
 * A list that nobody needs any more, made by arena_array() or arena_grow(): a large one is freed at once, a small one
 * stays until arena_free(). Accepts NULL.
 */
void arena_give_back(struct arena *arena, const void *items);

/* Ties an object that has its own destroyer (a hash table, a font) to the life of the arena. */
void arena_own(struct arena *arena, void *object, void (*destroy)(void *object));

/* Destroys such an object now: nobody needs it any more. Nothing happens when it is not the arena's. */
void arena_end(struct arena *arena, const void *object);

/* Bytes handed out so far; for the stage table and for tests. */
size_t arena_size(const struct arena *arena);

#endif
