#include "layout/galley.h"

#include <math.h>

#include "base/arena.h"

struct galley galley_new(struct composer *composer, double width, int element)
{
	return (struct galley){
		.composer = composer, .width = width, .element = element, .next_anchor = ""
	};
}

static struct strip *add(struct galley *galley, struct strip strip)
{
	struct composer *composer = galley->composer;

	/* Strips of pages outlive what is drawn on them. */
	galley->strips =
		arena_grow(galley->paged ? composer->arena : composer->drafts, galley->strips,
			   galley->count, &galley->capacity, sizeof(*galley->strips));
	galley->strips[galley->count] = strip;
	return &galley->strips[galley->count++];
}

struct strip *galley_box(struct galley *galley, struct scene *scene, struct location at)
{
	struct strip *strip = add(galley, (struct strip){
						  .kind = STRIP_BOX,
						  .scene = scene,
						  .height = scene->height,
						  .no_break = galley->keep,
						  .mark = galley->next_mark,
						  .anchor = galley->next_anchor,
						  .notes = galley->next_notes,
						  .note_count = galley->next_note_count,
						  .at = at,
					  });

	galley->keep = false;
	galley->next_mark = NULL;
	galley->next_anchor = "";
	galley->next_notes = NULL;
	galley->next_note_count = galley->next_note_capacity = 0;
	return strip;
}

void galley_space(struct galley *galley, double height)
{
	struct strip *last = galley->count == 0 ? NULL : &galley->strips[galley->count - 1];

	if (last != NULL && last->kind == STRIP_SPACE)
		last->height = fmax(last->height, height);
	else if (height > 0)
		add(galley, (struct strip){ .kind = STRIP_SPACE, .height = height, .anchor = "" });
}

void galley_page(struct galley *galley)
{
	add(galley,
	    (struct strip){ .kind = STRIP_PAGE, .landscape = galley->landscape, .anchor = "" });
	galley->keep = false;
}

bool galley_turn(struct galley *galley, bool landscape)
{
	const struct layout *layout = galley->composer->layout;
	bool before = galley->landscape;
	struct strip *last = galley->count == 0 ? NULL : &galley->strips[galley->count - 1];

	/* What stands in a box cannot turn the page. */
	if (landscape == before || galley->narrow || galley->boxed)
		return before;
	galley->landscape = landscape;
	galley->width = (landscape ? layout->height_pt : layout->width_pt) - layout->left_pt -
			layout->right_pt;
	galley->composer->page_width = galley->width;
	if (last != NULL && last->kind == STRIP_PAGE && last->turned_back && landscape) {
		*last = (struct strip){ .kind = STRIP_SPACE,
					.height = layout->figure_after_pt,
					.anchor = "" };
		return before;
	}
	galley_page(galley);
	galley->strips[galley->count - 1].turned_back = !landscape;
	return before;
}

void galley_anchor(struct galley *galley, const struct node *node)
{
	if (galley->next_anchor[0] == '\0')
		galley->next_anchor = node->anchor;
}

void galley_note(struct galley *galley, struct scene *note)
{
	galley->next_notes =
		arena_grow(galley->composer->drafts, galley->next_notes, galley->next_note_count,
			   &galley->next_note_capacity, sizeof(*galley->next_notes));
	galley->next_notes[galley->next_note_count++] = note;
}

double galley_height(const struct galley *galley)
{
	double height = 0;

	for (size_t i = 0; i < galley->count; i++)
		height += galley->strips[i].height;
	return height;
}

struct scene *galley_scene(struct galley *galley, struct galley *into)
{
	struct scene *scene =
		scene_new(galley->composer->drafts, galley->width, galley_height(galley));
	double y = 0;

	for (size_t i = 0; i < galley->count; i++) {
		const struct strip *strip = &galley->strips[i];

		if (strip->kind == STRIP_BOX) {
			if (strip->anchor[0] != '\0')
				scene_anchor(scene, 0, y, strip->anchor);
			scene_use(scene, strip->scene, 0, y);
			for (size_t n = 0; n < strip->note_count; n++)
				galley_note(into, strip->notes[n]);
		}
		y += strip->height;
	}
	return scene;
}

struct scene *galley_new_scene(struct galley *galley, double height, int element)
{
	struct scene *scene = scene_new(galley->composer->drafts, galley->width, height);

	scene->element = element;
	return scene;
}
