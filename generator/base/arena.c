#include "base/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/fatal.h"

enum { FIRST_BLOCK = 64 * 1024, LARGEST_BLOCK = 4 * 1024 * 1024, ALIGNMENT = 16 };

struct block {
	struct block *previous;
	size_t used, size;
	_Alignas(ALIGNMENT) unsigned char bytes[];
};

struct owned {
	struct owned *previous;
	void *object;
	void (*destroy)(void *object);
};

struct arena {
	struct block *block;
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

struct arena *arena_new(void)
{
	struct arena *arena = malloc(sizeof(*arena));

	if (arena == NULL)
		fatal_out_of_memory();
	*arena = (struct arena){ .next_block = FIRST_BLOCK };
	return arena;
}

void arena_free(struct arena *arena)
{
	if (arena == NULL)
		return;
	for (struct owned *owned = arena->owned; owned != NULL; owned = owned->previous)
		owned->destroy(owned->object);
	for (struct block *block = arena->block; block != NULL;) {
		struct block *previous = block->previous;

		free(block);
		block = previous;
	}
	free(arena);
}

void *arena_alloc(struct arena *arena, size_t size)
{
	size_t rounded;
	void *memory;

	if (__builtin_add_overflow(size, ALIGNMENT - 1, &rounded) || rounded > SIZE_MAX / 2)
		fatal_out_of_memory();
	rounded &= ~(size_t)(ALIGNMENT - 1);
	if (arena->block == NULL || arena->block->size - arena->block->used < rounded) {
		size_t block_size = arena->next_block;

		if (rounded > block_size)
			block_size = rounded;
		else if (arena->next_block < LARGEST_BLOCK)
			arena->next_block *= 2;
		arena->block = block_new(block_size, arena->block);
	}
	memory = arena->block->bytes + arena->block->used;
	arena->block->used += rounded;
	arena->handed_out += rounded;
	return memset(memory, 0, size);
}

void *arena_array(struct arena *arena, size_t count, size_t item_size)
{
	size_t size;

	if (__builtin_mul_overflow(count, item_size, &size))
		fatal_out_of_memory();
	return arena_alloc(arena, size);
}

void *arena_grow(struct arena *arena, void *items, size_t count, size_t *capacity, size_t item_size)
{
	size_t wanted = *capacity == 0 ? 8 : *capacity;
	void *larger;

	if (count < *capacity)
		return items;
	if (*capacity != 0 && __builtin_mul_overflow(wanted, 2, &wanted))
		fatal_out_of_memory();
	larger = arena_array(arena, wanted, item_size);
	if (count > 0)
		memcpy(larger, items, count * item_size);
	*capacity = wanted;
	return larger;
}

char *arena_strndup(struct arena *arena, const char *text, size_t length)
{
	char *copy = arena_alloc(arena, length + 1);

	if (length > 0)
		memcpy(copy, text, length);
	return copy;
}

char *arena_strdup(struct arena *arena, const char *text)
{
	return arena_strndup(arena, text, strlen(text));
}

char *arena_vprintf(struct arena *arena, const char *format, va_list arguments)
{
	va_list again;
	char *text;
	int length;

	va_copy(again, arguments);
	length = vsnprintf(NULL, 0, format, again);
	va_end(again);
	if (length < 0)
		fatal_out_of_memory();
	text = arena_alloc(arena, (size_t)length + 1);
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

size_t arena_size(const struct arena *arena)
{
	return arena->handed_out;
}
