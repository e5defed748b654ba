#include "spec/ids.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/string_index.h"
#include "base/suggest.h"
#include "spec/xml.h"

/* Where an element has an id, or where another refers to it. */
struct place {
	const char *id;
	struct location at;
	bool source; /* of data; else of the text */
};

struct places {
	struct place *items;
	size_t count, capacity;
};

struct ids {
	struct arena *arena;
	struct string_index *known; /* -> targets; keys with the kind of element: "indicator HC1" */
	struct places targets, references;
};

struct ids *ids_new(struct arena *arena)
{
	struct ids *ids = arena_alloc(arena, sizeof(*ids));

	ids->arena = arena;
	ids->known = string_index_new(arena);
	return ids;
}

static void add(struct ids *ids, struct places *places, struct place place)
{
	places->items = arena_grow(ids->arena, places->items, places->count, &places->capacity,
				   sizeof(place));
	places->items[places->count++] = place;
}

static void note_target(struct ids *ids, const char *name, struct place place,
			struct diag_list *diags)
{
	const struct place *first;

	if (string_index_add(ids->known, name, (int)ids->targets.count)) {
		add(ids, &ids->targets, place);
		return;
	}
	first = &ids->targets.items[string_index_find(ids->known, name)];
	diag_add(diags, DIAG_ID_DUPLICATE, place.at, place.id,
		 arena_printf(ids->arena, "the first is at %s:%u:%u%s", first->at.file,
			      first->at.line, first->at.column,
			      first->source == place.source
				      ? ""
				      : "; sources and parts of the text share one set of ids"));
}

void ids_note(struct ids *ids, const char *key, enum attribute_type type,
	      const struct xml_attribute *attribute, struct diag_list *diags)
{
	struct place place = { .id = attribute->value, .at = attribute->at };

	if (type == ATTRIBUTE_ID) {
		place.source = strcmp(key, "source") == 0;
		note_target(ids, place.id, place, diags);
	} else if (type == ATTRIBUTE_KEY) {
		note_target(ids, arena_printf(ids->arena, "%s %s", key, place.id), place, diags);
	} else if (type == ATTRIBUTE_REF || type == ATTRIBUTE_SOURCE) {
		place.source = type == ATTRIBUTE_SOURCE;
		add(ids, &ids->references, place);
	}
}

/* The ids that a reference could mean; those of keys are found under another name. */
static const char *hint(const struct ids *ids, const struct place *reference)
{
	const char **names = arena_array(ids->arena, ids->targets.count, sizeof(*names));
	size_t count = 0;

	for (size_t i = 0; i < ids->targets.count; i++) {
		const struct place *target = &ids->targets.items[i];

		if (target->source == reference->source &&
		    string_index_find(ids->known, target->id) == (int)i)
			names[count++] = target->id;
	}
	return suggest_hint(ids->arena, reference->id, names, count);
}

void ids_check(const struct ids *ids, struct diag_list *diags)
{
	for (size_t i = 0; i < ids->references.count; i++) {
		const struct place *reference = &ids->references.items[i];
		int found = string_index_find(ids->known, reference->id);

		if (found == STRING_INDEX_NONE ||
		    ids->targets.items[found].source != reference->source)
			diag_add(diags, DIAG_REF_DANGLING, reference->at, reference->id,
				 hint(ids, reference));
	}
}
