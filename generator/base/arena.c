#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/fatal.h"

enum {
	FIRST_BLOCK = 64 * 1024,
	LARGEST_BLOCK = 1024 * 1024,
	LARGE = 128 * 1024, /* things of this size have a block of their own, which can grow */
	ALIGNMENT = 16,
};

/* Things are handed out from its begin, texts from its end: they need no alignment, and most are short. */
struct block {
	struct block *previous;
	size_t used, size; /* size: up to the last text */
	_Alignas(ALIGNMENT) unsigned char bytes[];
};

struct owned {
	struct owned *previous;
	void *object;
	void (*destroy)(void *object);
};

struct arena {
	struct block *block; /* shared by many things; the first is being filled */
	struct block *large; /* one thing each */
	struct owned *owned;
	size_t next_block, handed_out;
};

static struct block *block_new(size_t size, struct block *previous)
{
	struct block *block = malloc(sizeof(*block) + size);

	if (block == NULL)
		fatal_out_of_memory();
	block->previous = previous;
	block->used = 0;
	block->size = size;
	return block;
}

/* Fresh memory is zero as it comes: what is never used of it is never touched and takes no room. */
static struct block *block_of_zeros(size_t size, struct block *previous)
{
	struct block *block = calloc(1, sizeof(*block) + size);

	if (block == NULL)
		fatal_out_of_memory();
	block->previous = previous;
	block->size = size;
	return block;
}

struct arena *arena_new(void)
{
	struct arena *arena = malloc(sizeof(*arena));

	if (arena == NULL)
		fatal_out_of_memory();
	*arena = (struct arena){ .next_block = FIRST_BLOCK };
	return arena;
}

static void blocks_free(struct block *block)
{
	while (block != NULL) {
		struct block *previous = block->previous;

		free(block);
		block = previous;
	}
}

void arena_free(struct arena *arena)
{
	if (arena == NULL)
		return;
	for (struct owned *owned = arena->owned; owned != NULL; owned = owned->previous)
		owned->destroy(owned->object);
	blocks_free(arena->block);
	blocks_free(arena->large);
	free(arena);
}

static size_t round_up(size_t size)
{
	return (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
}

static void *large_alloc(struct arena *arena, size_t size)
{
	arena->large = block_of_zeros(size, arena->large);
	return arena->large->bytes;
}

/* Makes room for so many bytes in the block that is being filled. */
static void make_room(struct arena *arena, size_t size)
{
	if (arena->block != NULL && arena->block->size - arena->block->used >= size)
		return;
	arena->block = block_new(arena->next_block > size ? arena->next_block : size, arena->block);
	if (arena->next_block < LARGEST_BLOCK)
		arena->next_block *= 2;
}

void *arena_alloc(struct arena *arena, size_t size)
{
	size_t rounded = round_up(size);
	void *memory;

	if (size > SIZE_MAX / 2)
		fatal_out_of_memory();
	arena->handed_out += rounded;
	if (rounded >= LARGE)
		return large_alloc(arena, rounded);
	make_room(arena, rounded);
	memory = arena->block->bytes + arena->block->used;
	arena->block->used += rounded;
	return memset(memory, 0, size);
}

/* Room for a text of that size with its zero; not set. */
static char *text_alloc(struct arena *arena, size_t size)
{
	if (size > SIZE_MAX / 2)
		fatal_out_of_memory();
	arena->handed_out += size;
	if (size >= LARGE)
		return large_alloc(arena, size);
	make_room(arena, size);
	arena->block->size -= size;
	return (char *)arena->block->bytes + arena->block->size;
}

void *arena_array(struct arena *arena, size_t count, size_t item_size)
{
	size_t size;

	if (__builtin_mul_overflow(count, item_size, &size))
		fatal_out_of_memory();
	return arena_alloc(arena, size);
}

/* Makes the last thing handed out larger where it lies; NULL when it is not the last, or room lacks. */
static void *extend_last(struct arena *arena, void *items, size_t size, size_t larger)
{
	struct block *block = arena->block;
	unsigned char *end = (unsigned char *)items + round_up(size);
	size_t added = round_up(larger) - round_up(size);

	if (block == NULL || end != block->bytes + block->used || block->size - block->used < added)
		return NULL;
	memset((unsigned char *)items + size, 0, larger - size);
	block->used += added;
	arena->handed_out += added;
	return items;
}

/* The link to the block that a thing has to itself; NULL when it has none. */
static struct block **find_large(struct arena *arena, const void *items)
{
	for (struct block **at = &arena->large; *at != NULL; at = &(*at)->previous)
		if ((const void *)(*at)->bytes == items)
			return at;
	return NULL;
}

/* Makes a thing larger that has a block of its own; NULL when it has none. */
static void *extend_large(struct arena *arena, const void *items, size_t size, size_t larger)
{
	struct block **at = find_large(arena, items), *block;

	if (at == NULL)
		return NULL;
	block = block_of_zeros(round_up(larger), (*at)->previous);
	memcpy(block->bytes, items, size);
	free(*at);
	arena->handed_out += round_up(larger) - round_up(size);
	return (*at = block)->bytes;
}

void arena_give_back(struct arena *arena, const void *items)
{
	struct block **at = find_large(arena, items), *block;

	if (at == NULL)
		return;
	block = *at;
	*at = block->previous;
	arena->handed_out -= block->size;
	free(block);
}

static void *grown(struct arena *arena, void *items, size_t size, size_t larger)
{
	void *same = extend_last(arena, items, size, larger);

	return same != NULL ? same : extend_large(arena, items, size, larger);
}

/* Most lists are short: the first piece of one is small. */
static size_t first_capacity(size_t item_size)
{
	return item_size >= 64 ? 1 : item_size > 48 ? 2 : item_size > 16 ? 4 : 8;
}

void *arena_grow(struct arena *arena, void *items, size_t count, size_t *capacity, size_t item_size)
{
	size_t wanted = first_capacity(item_size), size;
	void *larger;

	if (count < *capacity)
		return items;
	if (*capacity != 0 && __builtin_mul_overflow(*capacity, 2, &wanted))
		fatal_out_of_memory();
	if (__builtin_mul_overflow(wanted, item_size, &size) || size > SIZE_MAX / 2)
		fatal_out_of_memory();
	larger = *capacity == 0 ? NULL : grown(arena, items, *capacity * item_size, size);
	if (larger == NULL) {
		larger = arena_alloc(arena, size);
		if (count > 0)
			memcpy(larger, items, count * item_size);
	}
	*capacity = wanted;
	return larger;
}

char *arena_strndup(struct arena *arena, const char *text, size_t length)
{
	char *copy = text_alloc(arena, length + 1);

	if (length > 0)
		memcpy(copy, text, length);
	copy[length] = '\0';
	return copy;
}

char *arena_strdup(struct arena *arena, const char *text)
{
	return arena_strndup(arena, text, strlen(text));
}

/* Tried where the next thing would lie, so that most texts are formatted once. */
char *arena_vprintf(struct arena *arena, const char *format, va_list arguments)
{
	struct block *block = arena->block;
	size_t room = block == NULL ? 0 : block->size - block->used;
	char *tried = block == NULL ? NULL : (char *)block->bytes + block->used, *text;
	va_list again;
	int length;

	va_copy(again, arguments);
	length = vsnprintf(tried, room, format, again);
	va_end(again);
	if (length < 0)
		fatal_out_of_memory();
	text = text_alloc(arena, (size_t)length + 1);
	if ((size_t)length < room)
		memmove(text, tried, (size_t)length + 1);
	else
		vsnprintf(text, (size_t)length + 1, format, arguments);
	return text;
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
	va_list arguments;
	char *text;

	va_start(arguments, format);
	text = arena_vprintf(arena, format, arguments);
	va_end(arguments);
	return text;
}

void arena_own(struct arena *arena, void *object, void (*destroy)(void *object))
{
	struct owned *owned = arena_alloc(arena, sizeof(*owned));

	*owned = (struct owned){ .previous = arena->owned, .object = object, .destroy = destroy };
	arena->owned = owned;
}

void arena_end(struct arena *arena, const void *object)
{
	for (struct owned **at = &arena->owned; *at != NULL; at = &(*at)->previous) {
		struct owned *owned = *at;

		if (owned->object != object)
			continue;
		*at = owned->previous;
		owned->destroy(owned->object);
		return;
	}
}

size_t arena_size(const struct arena *arena)
{
	return arena->handed_out;
}
