/*
 * table_cell.c - one cell of a table: a mark, words, smaller words below, a bar behind a figure.
 */
#include <math.h>

#include "base/arena.h"
#include "layout/set_text.h"
#include "layout/table_parts.h"

static const double mark_size = 7.5, open_mark_size = 10, mark_gap = 5, mark_line = 1.2;
static const double bar_height = 8, detail_gap = 1.5;

static double size_of_mark(const struct table_setting *setting)
{
	return setting->table->open ? open_mark_size : mark_size;
}

double mark_room(const struct table_setting *setting, const struct table_cell *cell)
{
	return cell->mark == MARK_NONE ? 0 : size_of_mark(setting) + mark_gap;
}

/* Figures end at one edge, what follows them stands behind it. */
static struct set_options cell_options(struct table_setting *setting, size_t row, size_t column)
{
	const struct table_cell *cell = &setting->table->rows[row].cells[column];
	const struct column_place *place = &setting->columns[column];
	bool quiet = cell->state != VALUE_SHOWN && cell->state != VALUE_UNRELIABLE;
	struct set_options options = {
		.role = ROLE_TABLE_CELL,
		.align = place->align,
		.indent = mark_room(setting, cell),
		.has_colour = quiet || (setting->table->open && column == 0),
		.colour = quiet ? COLOUR_SECONDARY : COLOUR_HEADING,
	};
	double figure, tail;

	if (place->tail > 0) {
		cell_parts(setting, row, column, &figure, &tail);
		options.align = ALIGN_LEFT;
		options.indent = fmax(0, place->width - place->tail - figure);
	}
	return options;
}

/* The words of a cell, in the weight of its place. */
static struct text cell_text(struct table_setting *setting, size_t row, size_t column)
{
	const struct table_cell *cell = &setting->table->rows[row].cells[column];
	struct text text = { 0 };

	for (size_t i = 0; i < cell->text.count; i++) {
		struct text_run *run = text_add(setting->composer->drafts, &text, "");

		*run = *cell->text.runs[i];
		run->strong = run->strong || is_strong(setting->table, row, column);
	}
	return text;
}

/* -- marks ------------------------------------------------------------------------------------ */

static void half_disc(struct scene *scene, struct colour colour, struct point centre, double radius)
{
	struct scene_path *path = scene_fill(scene, PART_STATE_MARK, colour);
	enum { STEPS = 24 };

	path_move(scene, path, centre.x, centre.y - radius);
	for (int i = 1; i <= STEPS; i++) {
		double angle = M_PI * i / STEPS;

		path_line(scene, path, centre.x - radius * sin(angle),
			  centre.y - radius * cos(angle));
	}
	path_close(scene, path);
}

static void draw_mark(struct table_setting *setting, struct scene *scene, enum cell_mark mark,
		      struct point centre)
{
	struct colour colour = composer_colour(setting->composer, COLOUR_LINK);
	double radius = size_of_mark(setting) / 2;
	struct scene_path *path;

	if (mark == MARK_FULL) {
		path = scene_fill(scene, PART_STATE_MARK, colour);
		path_circle(scene, path, centre.x, centre.y, radius);
		return;
	}
	if (mark == MARK_HALF)
		half_disc(scene, colour, centre, radius - mark_line / 2);
	path = scene_stroke(scene, PART_STATE_MARK, colour, mark_line);
	if (mark == MARK_DOTTED) {
		/* Eight dots and eight gaps, whatever the size. */
		path->dash[0] = path->dash[1] = M_PI * (radius - mark_line / 2) / 8;
		path->stroke = composer_colour(setting->composer, COLOUR_SECONDARY);
	}
	path_circle(scene, path, centre.x, centre.y, radius - mark_line / 2);
}

/* A mark that says more than the words of its cell is an element with the rest in words. */
int picture_element(struct table_setting *setting, const char *words, int element)
{
	int picture;

	if (words == NULL || element < 0)
		return ARTIFACT_LAYOUT;
	picture = composer_element(setting->composer, STRUCTURE_FIGURE, element);
	composer_facts(setting->composer, picture)->alternative = words;
	return picture;
}

/* -- the cell --------------------------------------------------------------------------------- */

static void draw_bar(struct table_setting *setting, struct scene *scene, double bar, double width,
		     double middle)
{
	struct box track = { width - TABLE_BAR_WIDTH, middle - bar_height / 2, TABLE_BAR_WIDTH,
			     bar_height };
	struct box full = track;

	full.width *= fmin(1, fmax(0, bar));
	path_rectangle(
		scene,
		scene_fill(scene, PART_TINT, composer_colour(setting->composer, COLOUR_HAIRLINE)),
		track);
	path_rectangle(scene,
		       scene_fill(scene, PART_BAR, composer_colour(setting->composer, COLOUR_MARK)),
		       full);
}

static bool is_plain(const struct table_cell *cell)
{
	return cell->mark == MARK_NONE && cell->detail.count == 0 && !cell->has_bar;
}

/* Words with what stands beside, below and behind them. */
static struct scene *words_scene(struct table_setting *setting, size_t row, size_t column,
				 double width, int element)
{
	struct composer *composer = setting->composer;
	const struct table_cell *cell = &setting->table->rows[row].cells[column];
	double line = composer_style(composer, ROLE_TABLE_CELL)->line_pt;
	struct text text = cell_text(setting, row, column);
	struct scene *words = set_scene(composer, setting->galley, &text, width,
					cell_options(setting, row, column), element);
	struct scene *detail = NULL, *scene;
	double height = fmax(words->height, is_plain(cell) ? 0 : line);

	if (is_plain(cell))
		return words;
	if (cell->detail.count > 0) {
		detail = set_scene(composer, setting->galley, &cell->detail, width,
				   (struct set_options){ .role = ROLE_NOTE },
				   composer_element(composer, STRUCTURE_PARAGRAPH, element));
		height += detail_gap + detail->height;
	}
	scene = galley_new_scene(setting->galley, height, ARTIFACT_LAYOUT);
	scene->width = width;
	if (cell->mark != MARK_NONE) {
		scene->element = picture_element(setting, cell->mark_words, element);
		draw_mark(setting, scene, cell->mark,
			  (struct point){ size_of_mark(setting) / 2, line / 2 });
	}
	scene_use(scene, words, 0, 0);
	scene->element = ARTIFACT_LAYOUT;
	if (cell->has_bar && setting->columns[column].tail >= TABLE_BAR_ROOM)
		draw_bar(setting, scene, cell->bar, width, line / 2);
	if (detail != NULL)
		scene_use(scene, detail, 0, height - detail->height);
	return scene;
}

static struct scene *sparkline_scene(struct table_setting *setting, size_t row, size_t column,
				     double width, int element)
{
	double line = composer_style(setting->composer, ROLE_TABLE_CELL)->line_pt;
	struct scene *scene =
		galley_new_scene(setting->galley, fmax(line, TABLE_SPARKLINE_HEIGHT), element);

	scene->width = width;
	draw_sparkline(setting, scene, &setting->table->rows[row].cells[column],
		       &setting->columns[column], (struct box){ 0, 0, width, scene->height },
		       element);
	return scene;
}

struct scene *cell_scene(struct table_setting *setting, size_t row, size_t column, double width,
			 int element)
{
	return (setting->table->columns[column].kind == COLUMN_SPARKLINE
			? sparkline_scene
			: words_scene)(setting, row, column, width, element);
}
