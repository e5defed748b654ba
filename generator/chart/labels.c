#include "chart/labels.h"

#include <math.h>

#include "base/arena.h"
#include "chart/drawn.h"

enum { DIRECTIONS = 16, RINGS = 12, FORMS = 2 };

/* Points; costs are points of distance too. */
static const double mark_gap = 3, label_gap = 2, leader_gap = 2, first_ring = 12,
		    ring_growth = 1.28;
static const double crossing_cost = 30, narrow_cost = 6, side_cost = 1.5, leader_width = 0.6;
static const double patch = 1.5, tail = 0.21;

/* The words of a label broken in one way. */
struct form {
	struct text_paragraph *paragraph;
	double width, height, cost;
};

struct place {
	struct box box;
	double cost;
	bool has_leader;
	struct obstacle_line leader;
	size_t form;
};

/* What all labels of a panel have to keep clear of. */
struct sheet {
	struct box within;
	struct obstacles taken;   /* marks and labels */
	struct obstacles leaders; /* of labels placed before */
};

static struct form form_of(struct canvas *canvas, const struct point_label *label, double width)
{
	const struct text_font_facts *facts = text_font_facts(canvas->engine, label->font);
	struct text_paragraph *paragraph =
		canvas_wrap(canvas, label->font, label->text, width, ALIGN_LEFT);

	return (struct form){
		.paragraph = paragraph,
		.width = label->indent + paragraph->width,
		.height = canvas->line_pt * (double)(paragraph->count - 1) + facts->capital_pt +
			  tail * facts->size_pt,
	};
}

/* On as few lines as the room allows, and narrower: a block fits where a long line does not. */
static size_t find_forms(struct canvas *canvas, const struct point_label *label, double most_width,
			 struct form *forms)
{
	double word = canvas_widest_word(canvas, label->font, label->text) + 0.1;

	most_width -= label->indent;
	forms[0] = form_of(canvas, label, most_width);
	forms[1] = form_of(canvas, label,
			   fmax(fmin(word, most_width), forms[0].paragraph->width * 0.6));
	forms[1].cost = narrow_cost;
	return forms[1].paragraph->count > forms[0].paragraph->count ? 2 : 1;
}

/* -1, 0 or 1: before, in the middle of, or beyond the point. */
static int side_of(double part)
{
	return part > 0.35 ? 1 : part < -0.35 ? -1 : 0;
}

/* The box whose near side is so far from the point in that direction. */
static struct box box_at(const struct form *form, struct point at, struct point direction,
			 double distance)
{
	struct point near = { at.x + distance * direction.x, at.y + distance * direction.y };
	int across = side_of(direction.x), down = side_of(direction.y);

	return (struct box){
		near.x - form->width * (across > 0   ? 0
					: across < 0 ? 1
						     : 0.5),
		near.y - form->height * (down > 0   ? 0
					 : down < 0 ? 1
						    : 0.5),
		form->width,
		form->height,
	};
}

/* From the edge of the mark to just before the words. */
static struct obstacle_line leader_to(struct box box, struct point at, double clear)
{
	struct box words = box_padded(box, leader_gap);
	struct point end = { fmax(words.x, fmin(at.x, words.x + words.width)),
			     fmax(words.y, fmin(at.y, words.y + words.height)) };
	double length = hypot(end.x - at.x, end.y - at.y);
	double share = length > 0 ? fmin(1, clear / length) : 0;

	return (struct obstacle_line){
		{ at.x + (end.x - at.x) * share, at.y + (end.y - at.y) * share }, end
	};
}

static bool is_free(const struct sheet *sheet, const struct place *place)
{
	struct box box = box_padded(place->box, label_gap);

	if (!box_contains(sheet->within, place->box, 0) ||
	    obstacles_touch_box(&sheet->taken, box) || obstacles_cross_box(&sheet->leaders, box))
		return false;
	return !place->has_leader || !obstacles_stop_line(&sheet->taken, place->leader);
}

/* Right is where a reader looks first, then left, then over and under the point. */
static double direction_cost(struct point direction)
{
	return side_cost * (fabs(direction.y) * 2 + (direction.x < 0 ? 1 : 0));
}

static struct place place_at(const struct point_label *label, const struct form *form,
			     size_t direction, size_t ring)
{
	double angle = 2 * M_PI * (double)direction / DIRECTIONS;
	double longer = fmax(fabs(cos(angle)), fabs(sin(angle)));
	/* On a square, so that corners keep clear of the square round a mark as sides do. */
	struct point way = { cos(angle) / longer, sin(angle) / longer };
	double distance = label->clear + mark_gap;
	struct place place = { .has_leader = ring > 0 };

	if (ring > 0)
		distance = label->clear + first_ring * pow(ring_growth, (double)ring);
	place.box = box_at(form, label->at, way, distance);
	place.leader = leader_to(place.box, label->at, label->clear + 1);
	place.cost = distance * hypot(way.x, way.y) + form->cost + direction_cost(way);
	return place;
}

/* The cheapest place that is free; its cost is infinite when there is none. */
static struct place find_place(const struct sheet *sheet, const struct labels_room *room,
			       const struct point_label *label, const struct form *forms,
			       size_t form_count)
{
	struct place best = { .cost = INFINITY };

	for (size_t i = 0; i < form_count * RINGS * DIRECTIONS; i++) {
		size_t form = i / (RINGS * DIRECTIONS);
		struct place place =
			place_at(label, &forms[form], i % DIRECTIONS, i / DIRECTIONS % RINGS);

		if (place.cost >= best.cost || !is_free(sheet, &place))
			continue;
		if (room->obstacles != NULL && obstacles_cross_box(room->obstacles, place.box))
			place.cost += room->crossing_cost > 0 ? room->crossing_cost : crossing_cost;
		place.form = form;
		if (place.cost < best.cost)
			best = place;
	}
	return best;
}

static struct sheet sheet_of(struct arena *arena, const struct point_label *labels, size_t count,
			     const struct labels_room *room)
{
	struct sheet sheet = { .within = room->within };

	for (size_t i = 0; room->obstacles != NULL && i < room->obstacles->box_count; i++)
		obstacles_add_box(arena, &sheet.taken, room->obstacles->boxes[i]);
	for (size_t i = 0; i < count; i++)
		obstacles_add_mark(arena, &sheet.taken, labels[i].at, labels[i].clear);
	return sheet;
}

size_t labels_place(struct canvas *canvas, struct point_label *labels, size_t count,
		    struct labels_room room)
{
	struct arena *scratch = arena_new();
	struct sheet sheet = sheet_of(scratch, labels, count, &room);
	double most = room.most_width > 0 ? room.most_width : room.within.width / 2;
	size_t left_out = 0;

	for (size_t i = 0; i < count; i++) {
		struct point_label *label = &labels[i];
		struct form forms[FORMS];
		size_t form_count = find_forms(canvas, label, most, forms);
		struct place place = find_place(&sheet, &room, label, forms, form_count);

		label->placed = !isinf(place.cost);
		if (!label->placed) {
			left_out++;
			continue;
		}
		label->box = place.box;
		label->paragraph = forms[place.form].paragraph;
		label->has_leader = place.has_leader;
		label->leader = place.leader;
		obstacles_add_box(scratch, &sheet.taken, place.box);
		if (place.has_leader)
			obstacles_add_line(scratch, &sheet.leaders, place.leader.from,
					   place.leader.to);
	}
	arena_free(scratch);
	return left_out;
}

static void draw_words(struct canvas *canvas, const struct point_label *label)
{
	double capital = text_font_facts(canvas->engine, label->font)->capital_pt;
	bool at_right = label->indent <= 0 && label->box.x + label->box.width < label->at.x;
	double left = label->box.x + label->indent, width = label->box.width - label->indent;

	path_rectangle(canvas->scene,
		       scene_fill(canvas->scene, PART_HALO, drawn_ground(canvas, label->box)),
		       box_padded(label->box, patch));
	for (size_t i = 0; i < label->paragraph->count; i++) {
		struct text_paragraph line = { .lines = &label->paragraph->lines[i], .count = 1 };
		double spare = width - line.lines->width;

		/* Lines of a label end at its point, from whichever side it stands. */
		canvas_paragraph(canvas, label->part, label->colour, &line,
				 at_right ? left + spare : left,
				 label->box.y + capital + canvas->line_pt * (double)i);
	}
}

/* First a halo, which parts leaders from dark bars. */
static void draw_leaders(struct canvas *canvas, const struct point_label *labels, size_t count,
			 bool halo)
{
	struct scene_path *leaders = NULL;

	for (size_t i = 0; i < count; i++) {
		if (!labels[i].placed || !labels[i].has_leader)
			continue;
		if (leaders == NULL)
			leaders = scene_stroke(
				canvas->scene, halo ? PART_HALO : PART_LEADER,
				canvas_colour(canvas, halo ? COLOUR_PAPER : COLOUR_SECONDARY),
				halo ? 3 * leader_width : leader_width);
		path_move(canvas->scene, leaders, labels[i].leader.from.x, labels[i].leader.from.y);
		path_line(canvas->scene, leaders, labels[i].leader.to.x, labels[i].leader.to.y);
	}
}

void labels_draw(struct canvas *canvas, const struct point_label *labels, size_t count)
{
	draw_leaders(canvas, labels, count, true);
	draw_leaders(canvas, labels, count, false);
	for (size_t i = 0; i < count; i++)
		if (labels[i].placed)
			draw_words(canvas, &labels[i]);
}
