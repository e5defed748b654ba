#include "chart/sparkline.h"

#include "scene/scene.h"

static const double line_width = 1.4, dot_radius = 2.6, lone_radius = 1.2;

struct spark_place {
	const struct sparkline *line;
	struct box box; /* of the middles of points */
	double low, high;
};

static struct point place_of(const struct spark_place *place, size_t i)
{
	double steps = (double)(place->line->count - 1), range = place->high - place->low;
	double share = range > 0 ? (place->line->points[i].value - place->low) / range : 0.5;

	return (struct point){
		place->box.x +
			(steps > 0 ? place->box.width * (double)i / steps : place->box.width),
		place->box.y + place->box.height * (1 - share),
	};
}

static bool is_shown(const struct sparkline *line, size_t i)
{
	return value_state_is_shown(line->points[i].state);
}

/* True when a line runs from the point before to this one. */
static bool is_joined(const struct sparkline *line, size_t i)
{
	return i > 0 && i < line->count && is_shown(line, i) && is_shown(line, i - 1) &&
	       !line->points[i].apart;
}

static void draw_line(struct scene *scene, struct colour colour, const struct spark_place *place)
{
	struct scene_path *path = NULL;

	for (size_t i = 1; i < place->line->count; i++) {
		struct point from = place_of(place, i - 1), to = place_of(place, i);

		if (!is_joined(place->line, i))
			continue;
		if (path == NULL) {
			path = scene_stroke(scene, PART_LINE, colour, line_width);
			path->round_ends = true;
		}
		if (!is_joined(place->line, i - 1))
			path_move(scene, path, from.x, from.y);
		path_line(scene, path, to.x, to.y);
	}
}

/* The last point that is shown, and those that no line reaches. */
static void draw_dots(struct scene *scene, struct colour colour, const struct spark_place *place)
{
	const struct sparkline *line = place->line;
	size_t last = line->count - 1;

	for (size_t i = 0; i < line->count; i++) {
		struct point at = place_of(place, i);
		bool lone = !is_joined(line, i) && !is_joined(line, i + 1);

		if (is_shown(line, i) && (i == last || lone))
			path_circle(scene, scene_fill(scene, PART_DOT, colour), at.x, at.y,
				    i == last ? dot_radius : lone_radius);
	}
}

void sparkline_draw(struct scene *scene, const struct theme *theme, const struct sparkline *line,
		    struct box box)
{
	struct colour colour = theme->colours[COLOUR_MARK];
	struct spark_place place = {
		.line = line,
		.box = { box.x + dot_radius, box.y + dot_radius, box.width - 2 * dot_radius,
			 box.height - 2 * dot_radius },
	};

	if (!sparkline_extent(line, &place.low, &place.high))
		return;
	draw_line(scene, colour, &place);
	draw_dots(scene, colour, &place);
}
