/*
 * heat_table.c - several indicators by the groups of one breakdown: a figure, a shape and a tint in every
 * cell.
 *
 * Rows are series, columns are categories. More groups than fit side by side stand in bands below each
 * other, with the names repeated.
 */
#include <math.h>

#include "base/arena.h"
#include "chart/axis.h"
#include "chart/heat_cell.h"
#include "chart/kind.h"
#include "document/plot_heat.h"

static const double row_height = 30, name_above = 3, name_margin = 8, heading_margin = 3;
static const double cell_most = 66, heading_most = 60, name_most_share = 0.4, two_lines = 0.58;
static const double head_below = 3, head_rule = 1, row_rule = 0.5, last_rule = 0.75;
static const double band_gap = 15, head_above = 3, heading_lines = 2.6, heading_cell_most = 110;

struct matrix {
	struct canvas *canvas;
	struct heat_brush brush;
	struct text_paragraph **names; /* of series */
	double name_width, cell_width;
	size_t per_band, band_count;
};

/* -- widths ------------------------------------------------------------------------------------- */

static struct heat_cell cell_of(const struct plot *plot, size_t row, size_t column)
{
	const struct plot_value *value = plot_value(plot, row, column);

	return (struct heat_cell){
		.text = value->text,
		.state = value->state,
		.verdict = plot->heat == NULL
				   ? VERDICT_NOT_COMPARED
				   : plot->heat->verdicts[row * plot->category_count + column],
	};
}

static double least_cell_width(const struct matrix *matrix)
{
	struct canvas *canvas = matrix->canvas;
	const struct plot *plot = canvas->plot;
	double width = 0;

	for (size_t column = 0; column < plot->category_count; column++) {
		double word =
			canvas_widest_word(canvas, canvas->strong, plot->categories[column].label);

		width = fmax(width, fmin(word, heading_most) + 2 * heading_margin);
		for (size_t row = 0; row < plot->series_count; row++) {
			struct heat_cell cell = cell_of(plot, row, column);

			width = fmax(width, heat_cell_width(&matrix->brush, &cell));
		}
	}
	return width;
}

static const char *unit_of(const struct plot *plot, size_t row)
{
	return plot->heat == NULL ? "" : plot->heat->units[row];
}

/* Room for the longest name on two lines, its widest word at least. */
static void measure_names(const struct matrix *matrix, double *least, double *best)
{
	struct canvas *canvas = matrix->canvas;
	const struct plot *plot = canvas->plot;
	double blank = canvas_width(canvas, canvas->text, " ");

	*least = *best = canvas_widest_word(canvas, canvas->strong,
					    plot->heat == NULL ? "" : plot->heat->row_heading);
	for (size_t row = 0; row < plot->series_count; row++) {
		const char *name = plot->series[row].label, *unit = unit_of(plot, row);
		double word = fmax(canvas_widest_word(canvas, canvas->text, name),
				   canvas_width(canvas, canvas->text, unit));

		*least = fmax(*least, fmin(word, canvas->width * name_most_share));
		*best = fmax(
			*best,
			fmax(word, two_lines * (canvas_width(canvas, canvas->text, name) + blank +
						canvas_width(canvas, canvas->text, unit))));
	}
	*least += name_margin;
	*best = fmax(*least, fmin(*best, canvas->width * name_most_share) + name_margin);
}

/* How wide cells may become: wider for long headings, so that few of them are cut. */
static double most_cell_width(const struct canvas *canvas)
{
	double width = cell_most;

	for (size_t i = 0; i < canvas->plot->category_count; i++)
		width = fmax(width, canvas_width(canvas, canvas->strong,
						 canvas->plot->categories[i].label) /
					    heading_lines);
	return fmin(width, heading_cell_most);
}

static size_t columns_beside(const struct canvas *canvas, double name, double cell)
{
	double fit = floor((canvas->width - name) / cell + 1e-9);

	return fit < 1 ? 1 : (size_t)fit;
}

static void find_widths(struct matrix *matrix)
{
	const struct canvas *canvas = matrix->canvas;
	const size_t columns = canvas->plot->category_count;
	double cell = least_cell_width(matrix) + HEAT_GUTTER, least_name, name;

	measure_names(matrix, &least_name, &name);
	/* Names give way where that keeps all columns side by side. */
	if (columns_beside(canvas, name, cell) < columns &&
	    columns_beside(canvas, least_name, cell) >= columns)
		name = fmax(least_name, canvas->width - cell * (double)columns);
	matrix->per_band = columns_beside(canvas, name, cell);
	matrix->band_count = (columns + matrix->per_band - 1) / matrix->per_band;
	matrix->per_band = (columns + matrix->band_count - 1) / matrix->band_count;
	matrix->cell_width = fmin(fmax(most_cell_width(canvas), cell),
				  (canvas->width - name) / (double)matrix->per_band);
	matrix->name_width = canvas->width - matrix->cell_width * (double)matrix->per_band;
}

/* -- names -------------------------------------------------------------------------------------- */

static struct text_paragraph *compose_name(const struct matrix *matrix, size_t row)
{
	struct canvas *canvas = matrix->canvas;
	const char *unit = unit_of(canvas->plot, row);
	const struct text_span spans[] = {
		{ .text = canvas->plot->series[row].label,
		  .font = canvas->text,
		  .colour = canvas_colour(canvas, COLOUR_TEXT) },
		{ .text = arena_printf(canvas->arena, " %s", unit),
		  .font = canvas->text,
		  .colour = canvas_colour(canvas, COLOUR_SECONDARY) },
	};

	return text_compose(canvas->engine, canvas->arena, spans, unit[0] == '\0' ? 1 : 2,
			    (struct compose_options){ .width = matrix->name_width - name_margin,
						      .balance = true,
						      .drawn = canvas->keep });
}

static void draw_name(const struct matrix *matrix, size_t row, double top, double height)
{
	struct canvas *canvas = matrix->canvas;
	const struct text_paragraph *name = matrix->names[row];
	double lines = (double)(name->count - 1) * canvas->line_pt;
	double base = top + (height - lines) / 2 + canvas_middle(canvas, canvas->text);

	for (size_t i = 0; i < name->count; i++)
		for (size_t j = 0; j < name->lines[i].count; j++) {
			const struct text_fragment *fragment = &name->lines[i].fragments[j];

			scene_text_held(
				canvas->scene, PART_GROUP_LABEL, fragment->shaped,
				(struct point){ fragment->x, base + canvas->line_pt * (double)i },
				fragment->colour, canvas_hold(name, &name->lines[i], 0));
		}
}

static double height_of_row(const struct matrix *matrix, size_t row)
{
	return fmax(row_height,
		    matrix->canvas->line_pt * (double)matrix->names[row]->count + 2 * name_above);
}

/* -- bands -------------------------------------------------------------------------------------- */

/* Across names and cells, with the gutters left free. */
static void draw_rule(const struct matrix *matrix, size_t count, double y, double width,
		      enum colour_role colour)
{
	struct canvas *canvas = matrix->canvas;
	struct scene_path *path =
		scene_fill(canvas->scene, PART_RULE, canvas_colour(canvas, colour));

	path_rectangle(canvas->scene, path,
		       (struct box){ 0, y - width, matrix->name_width, width });
	for (size_t i = 0; i < count; i++)
		path_rectangle(canvas->scene, path,
			       (struct box){ matrix->name_width + matrix->cell_width * (double)i +
						     HEAT_GUTTER,
					     y - width, matrix->cell_width - HEAT_GUTTER, width });
}

/* Headings stand at the foot of the head, over the figures; returns where the rows begin. */
static double draw_head(const struct matrix *matrix, size_t first, size_t count, double top)
{
	struct canvas *canvas = matrix->canvas;
	const struct plot *plot = canvas->plot;
	struct text_paragraph **headings = arena_array(canvas->arena, count, sizeof(*headings));
	double capital = 2 * canvas_middle(canvas, canvas->strong), base;
	size_t lines = 1;

	for (size_t i = 0; i < count; i++) {
		headings[i] =
			canvas_wrap(canvas, canvas->strong, plot->categories[first + i].label,
				    matrix->cell_width - HEAT_GUTTER - heading_margin, ALIGN_RIGHT);
		lines = headings[i]->count > lines ? headings[i]->count : lines;
	}
	base = top + head_above + capital + canvas->line_pt * (double)(lines - 1);
	if (plot->heat != NULL)
		canvas_text(canvas, PART_HEADING, canvas->strong, COLOUR_TEXT, LABEL_LEFT, 0, base,
			    plot->heat->row_heading);
	for (size_t i = 0; i < count; i++)
		canvas_paragraph(canvas, PART_HEADING, COLOUR_TEXT, headings[i],
				 matrix->name_width + matrix->cell_width * (double)i + HEAT_GUTTER,
				 base - canvas->line_pt * (double)(headings[i]->count - 1));
	base += canvas->line_pt / 2 + head_below;
	draw_rule(matrix, count, base, head_rule, COLOUR_TEXT);
	return base;
}

static double draw_band(const struct matrix *matrix, size_t first, size_t count, double top)
{
	struct canvas *canvas = matrix->canvas;
	const struct plot *plot = canvas->plot;
	double y = draw_head(matrix, first, count, top);

	for (size_t row = 0; row < plot->series_count; row++) {
		bool last = row + 1 == plot->series_count;
		double rule = last ? last_rule : row_rule, height = height_of_row(matrix, row);

		draw_name(matrix, row, y, height - rule);
		for (size_t i = 0; i < count; i++) {
			struct heat_cell cell = cell_of(plot, row, first + i);

			heat_cell_draw(
				canvas->scene, &matrix->brush, &cell,
				(struct box){ matrix->name_width + matrix->cell_width * (double)i +
						      HEAT_GUTTER,
					      y, matrix->cell_width - HEAT_GUTTER, height - rule });
		}
		y += height;
		draw_rule(matrix, count, y, rule, last ? COLOUR_TEXT : COLOUR_HAIRLINE);
	}
	return y;
}

static void draw(struct canvas *canvas)
{
	const struct plot *plot = canvas->plot;
	struct matrix matrix = {
		.canvas = canvas,
		.brush = { .engine = canvas->engine,
			   .theme = canvas->theme,
			   .font = canvas->text,
			   .words = ELEMENT_OF_USER,
			   .mark = ELEMENT_OF_USER,
			   .picture = ELEMENT_OF_USER,
			   .ground = ELEMENT_OF_USER },
	};
	double y = 0;

	if (plot->category_count == 0 || plot->series_count == 0) {
		axis_empty(canvas);
		return;
	}
	find_widths(&matrix);
	matrix.names =
		arena_array(canvas->arena, plot->series_count, sizeof(struct text_paragraph *));
	for (size_t row = 0; row < plot->series_count; row++)
		matrix.names[row] = compose_name(&matrix, row);
	for (size_t band = 0; band < matrix.band_count; band++) {
		size_t first = band * matrix.per_band, left = plot->category_count - first;

		y = draw_band(&matrix, first, left < matrix.per_band ? left : matrix.per_band,
			      y + (band > 0 ? band_gap : 0));
	}
	canvas->height = canvas->scene->height = y;
}

const struct chart_kind chart_heat_table = {
	.name = "heat-table",
	.shape = SHAPE_MATRIX,
	.takes = TAKES_INDICATORS,
	.prints_values = true,
	.lists_all = true,
	.alt = STRING_ALT_HEAT_TABLE,
	.draw = draw,
};
