#include "records/group_texts.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/fatal.h"
#include "records/text_key.h"

struct group_slot {
	struct text_key key;
	uint32_t number, length;
};

static void grow(struct group_texts *groups)
{
	size_t count = groups->slot_count == 0 ? 64 : groups->slot_count * 2;
	struct group_slot *slots = calloc(count, sizeof(*slots));

	groups->texts = realloc(groups->texts, count * sizeof(*groups->texts));
	if (slots == NULL || groups->texts == NULL)
		fatal_out_of_memory();
	for (size_t i = 0; i < groups->slot_count; i++) {
		uint64_t place = text_key_spread(groups->slots[i].key) & (count - 1);

		if (groups->slots[i].number == 0)
			continue;
		while (slots[place].number != 0)
			place = (place + 1) & (count - 1);
		slots[place] = groups->slots[i];
	}
	free(groups->slots);
	groups->slots = slots;
	groups->slot_count = count;
}

void group_texts_init(struct group_texts *groups, struct arena *arena)
{
	*groups = (struct group_texts){ .arena = arena };
	grow(groups);
	groups->texts[0] = NULL;
	groups->count = 1;
}

uint32_t group_texts_number(struct group_texts *groups, const char *text, size_t length)
{
	struct text_key key = text_key_anywhere(text, length);
	struct group_slot *slot;
	uint64_t place;

	if (groups->count * 2 > groups->slot_count)
		grow(groups);
	place = text_key_spread(key) & (groups->slot_count - 1);
	for (; (slot = &groups->slots[place])->number != 0;
	     place = (place + 1) & (groups->slot_count - 1))
		if (slot->key.low == key.low && slot->key.high == key.high &&
		    slot->length == length &&
		    (length <= TEXT_KEY_WHOLE ||
		     memcmp(groups->texts[slot->number], text, length) == 0))
			return slot->number;
	*slot = (struct group_slot){ .key = key,
				     .number = (uint32_t)groups->count,
				     .length = (uint32_t)length };
	groups->texts[groups->count++] = arena_strndup(groups->arena, text, length);
	return slot->number;
}

void group_texts_clear(struct group_texts *groups)
{
	free(groups->texts);
	free(groups->slots);
}
