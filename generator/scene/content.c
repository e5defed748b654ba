#include "scene/content.h"

#include "scene/pages.h"

/* An element, and all that it is in, has content. */
static void note_content(struct structure *structure, int element)
{
	while (element >= 0 && (size_t)element < structure->count &&
	       structure->elements[element].empty) {
		structure->elements[element].empty = false;
		element = structure->elements[element].parent;
	}
}

/* user: the element of the item that uses the scene. */
static void note_scene(struct structure *structure, const struct scene *scene, int user)
{
	for (size_t i = 0; i < scene->count; i++) {
		const struct scene_item *item = &scene->items[i];
		int element = item->element == ELEMENT_OF_USER ? user : item->element;

		if (item->kind == SCENE_USE)
			note_scene(structure, item->use, element);
		else if (item->kind != SCENE_ANCHOR)
			note_content(structure, element);
	}
}

void content_mark_empty(struct pages *pages)
{
	struct structure *structure = &pages->structure;

	for (size_t i = 0; i < structure->count; i++)
		structure->elements[i].empty = true;
	for (size_t i = 0; i < pages->count; i++)
		note_scene(structure, pages->items[i], ARTIFACT_LAYOUT);
	for (size_t i = 0; i < structure->count; i++)
		if (structure->elements[i].type == STRUCTURE_HEADER_CELL ||
		    structure->elements[i].type == STRUCTURE_DATA_CELL)
			note_content(structure, (int)i);
}
