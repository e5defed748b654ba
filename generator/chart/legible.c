#include "chart/legible.h"

#include "base/arena.h"
#include "scene/scene.h"
#include "text/shape.h"

static const double over_edge = 0.5, touch = 0.3;

/* Letters that go below the line, as a part of the size. */
static const double below_line = 0.2;

struct words {
	struct arena *arena;
	struct box *boxes;
	size_t count, capacity;
};

static void collect(struct words *words, const struct scene *scene, double x, double y)
{
	for (size_t i = 0; i < scene->count; i++) {
		const struct scene_item *item = &scene->items[i];

		if (item->kind == SCENE_USE)
			collect(words, item->use, x + item->area.x, y + item->area.y);
		if (item->kind != SCENE_TEXT)
			continue;
		const struct shaped_text *shaped = item->text.shaped;
		double capital = shaped->facts->capital_pt;

		words->boxes = arena_grow(words->arena, words->boxes, words->count,
					  &words->capacity, sizeof(*words->boxes));
		words->boxes[words->count++] =
			(struct box){ x + item->text.at.x, y + item->text.at.y - capital,
				      shaped->width,
				      capital + below_line * shaped->facts->size_pt };
	}
}

static struct words words_of(const struct scene *scene)
{
	struct words words = { .arena = scene->arena };

	collect(&words, scene, 0, 0);
	return words;
}

bool chart_cuts_words(const struct scene *scene)
{
	const struct words words = words_of(scene);

	for (size_t i = 0; i < words.count; i++)
		if (words.boxes[i].x < -over_edge ||
		    words.boxes[i].x + words.boxes[i].width > scene->width + over_edge)
			return true;
	return false;
}

bool chart_is_legible(const struct scene *scene)
{
	const struct words words = words_of(scene);
	const struct box sheet = { 0, 0, scene->width, scene->height };

	for (size_t i = 0; i < words.count; i++) {
		if (!box_contains(sheet, words.boxes[i], over_edge))
			return false;
		for (size_t j = i + 1; j < words.count; j++)
			if (box_overlaps(words.boxes[i], words.boxes[j], touch))
				return false;
	}
	return true;
}
