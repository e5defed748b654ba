#include "scene/scene.h"

#include <string.h>

#include "base/arena.h"

static const char *const part_names[] = {
#define SCENE_PART(symbol, name) [PART_##symbol] = name,
#include "scene/scene_parts.def"
#undef SCENE_PART
};

struct scene *scene_new(struct arena *arena, double width, double height)
{
	struct scene *scene = arena_alloc(arena, sizeof(*scene));

	*scene = (struct scene){
		.arena = arena, .width = width, .height = height, .element = ARTIFACT_LAYOUT
	};
	return scene;
}

static struct scene_item *add(struct scene *scene, enum scene_item_kind kind, enum scene_part part)
{
	struct scene_item *item;

	scene->items = arena_grow(scene->arena, scene->items, scene->count, &scene->capacity,
				  sizeof(*scene->items));
	item = &scene->items[scene->count++];
	*item = (struct scene_item){ .kind = kind, .part = part, .element = scene->element };
	return item;
}

static struct scene_path *add_path(struct scene *scene, enum scene_part part)
{
	struct scene_path *path = arena_alloc(scene->arena, sizeof(*path));

	add(scene, SCENE_PATH, part)->path = path;
	return path;
}

struct scene_path *scene_fill(struct scene *scene, enum scene_part part, struct colour fill)
{
	struct scene_path *path = add_path(scene, part);

	path->filled = true;
	path->fill = fill;
	return path;
}

struct scene_path *scene_stroke(struct scene *scene, enum scene_part part, struct colour stroke,
				double line_width)
{
	struct scene_path *path = add_path(scene, part);

	path->stroked = true;
	path->stroke = stroke;
	path->line_width = line_width;
	return path;
}

static void step(struct scene *scene, struct scene_path *path, struct path_step added)
{
	path->steps = arena_grow(scene->arena, path->steps, path->count, &path->capacity,
				 sizeof(*path->steps));
	path->steps[path->count++] = added;
}

void path_move(struct scene *scene, struct scene_path *path, double x, double y)
{
	step(scene, path, (struct path_step){ .verb = PATH_MOVE, .x = x, .y = y });
}

void path_line(struct scene *scene, struct scene_path *path, double x, double y)
{
	step(scene, path, (struct path_step){ .verb = PATH_LINE, .x = x, .y = y });
}

void path_close(struct scene *scene, struct scene_path *path)
{
	step(scene, path, (struct path_step){ .verb = PATH_CLOSE });
}

void path_circle(struct scene *scene, struct scene_path *path, double x, double y, double radius)
{
	step(scene, path,
	     (struct path_step){ .verb = PATH_CIRCLE, .x = x, .y = y, .width = radius });
}

void path_rectangle(struct scene *scene, struct scene_path *path, struct box box)
{
	step(scene, path,
	     (struct path_step){ .verb = PATH_RECTANGLE,
				 .x = box.x,
				 .y = box.y,
				 .width = box.width,
				 .height = box.height });
}

void scene_text(struct scene *scene, enum scene_part part, const struct shaped_text *shaped,
		double x, double y, struct colour colour)
{
	scene_text_held(scene, part, shaped, (struct point){ x, y }, colour,
			(struct text_hold){ SIDE_LEFT, x });
}

void scene_text_held(struct scene *scene, enum scene_part part, const struct shaped_text *shaped,
		     struct point at, struct colour colour, struct text_hold hold)
{
	struct scene_item *item = add(scene, SCENE_TEXT, part);

	item->text =
		(struct scene_text){ .shaped = shaped, .at = at, .colour = colour, .hold = hold };
}

void scene_use(struct scene *scene, const struct scene *used, double x, double y)
{
	struct scene_item *item = add(scene, SCENE_USE, PART_TEXT);

	item->use = used;
	item->area = (struct box){ x, y, used->width, used->height };
}

void scene_reserve(struct scene *scene, size_t count)
{
	struct scene_item *items;

	if (scene->capacity - scene->count >= count)
		return;
	items = arena_array(scene->arena, scene->count + count, sizeof(*items));
	if (scene->count > 0)
		memcpy(items, scene->items, scene->count * sizeof(*items));
	scene->items = items;
	scene->capacity = scene->count + count;
}

/* A scene of the draft's own becomes items of the copy; what lies elsewhere goes on being used. */
static bool is_of_draft(const struct scene *draft, const struct scene_item *item)
{
	return item->kind == SCENE_USE && item->use->arena == draft->arena;
}

size_t scene_copy_count(const struct scene *draft)
{
	size_t count = 0;

	for (size_t i = 0; i < draft->count; i++)
		count += is_of_draft(draft, &draft->items[i])
				 ? scene_copy_count(draft->items[i].use)
				 : 1;
	return count;
}

static struct scene_path *copy_path(struct arena *arena, const struct scene_path *path,
				    struct point by)
{
	struct scene_path *copy = arena_alloc(arena, sizeof(*copy));

	*copy = *path;
	copy->capacity = path->count;
	copy->steps = arena_array(arena, path->count, sizeof(*copy->steps));
	for (size_t i = 0; i < path->count; i++) {
		copy->steps[i] = path->steps[i];
		copy->steps[i].x += by.x;
		copy->steps[i].y += by.y;
	}
	return copy;
}

static void copy_items(struct scene *scene, const struct scene *draft, struct point by,
		       int element);

static void copy_item(struct scene *scene, const struct scene *draft, const struct scene_item *item,
		      struct point by, int element)
{
	struct scene_item *copy;

	if (is_of_draft(draft, item)) {
		copy_items(scene, item->use,
			   (struct point){ by.x + item->area.x, by.y + item->area.y }, element);
		return;
	}
	copy = add(scene, item->kind, item->part);
	*copy = *item;
	copy->element = element;
	switch (item->kind) {
	case SCENE_PATH:
		copy->path = copy_path(scene->arena, item->path, by);
		break;
	case SCENE_TEXT:
		copy->text.at.x += by.x;
		copy->text.at.y += by.y;
		copy->text.hold.x += by.x;
		break;
	case SCENE_USE:
	case SCENE_LINK:
	case SCENE_ANCHOR:
	case SCENE_IMAGE:
		copy->area.x += by.x;
		copy->area.y += by.y;
		break;
	}
}

static void copy_items(struct scene *scene, const struct scene *draft, struct point by, int element)
{
	for (size_t i = 0; i < draft->count; i++) {
		const struct scene_item *item = &draft->items[i];

		copy_item(scene, draft, item, by,
			  item->element == ELEMENT_OF_USER ? element : item->element);
	}
}

void scene_copy(struct scene *scene, const struct scene *draft, double x, double y)
{
	copy_items(scene, draft, (struct point){ x, y }, scene->element);
}

void scene_link(struct scene *scene, struct box area, const char *target, const char *contents)
{
	struct scene_item *item = add(scene, SCENE_LINK, PART_TEXT);

	item->area = area;
	item->target = target;
	item->contents = contents;
}

void scene_image(struct scene *scene, const struct image *image, struct box area)
{
	struct scene_item *item = add(scene, SCENE_IMAGE, PART_LOGO);

	item->area = area;
	item->image = image;
}

void scene_anchor(struct scene *scene, double x, double y, const char *name)
{
	struct scene_item *item = add(scene, SCENE_ANCHOR, PART_TEXT);

	item->area = (struct box){ .x = x, .y = y };
	item->target = name;
}

const char *scene_part_name(enum scene_part part)
{
	return part_names[part];
}
