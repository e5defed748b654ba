/*
 * raw.c - draws pages that "gradient build --formats dump" has written, straight with cairo and pango: a
 * layout a text, a path a shape. What a program would do that has nothing else to do.
 *
 * usage: raw SCENE FONTS-FOLDER OUT-FOLDER
 * Prints seconds of wall and processor time of the drawing, without the reading of SCENE, and peak memory.
 */
#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <fontconfig/fontconfig.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

/* Points: smaller figures are signs in tables, of which no file is made. */
enum { CHART_HEIGHT_LEAST = 30 };

enum { FIGURES_MOST = 4096, DEPTH_MOST = 64, FONTS_MOST = 256 };

struct line {
	int depth, element;
	const char *rest; /* behind the element */
};

struct drawing {
	struct line *lines;
	size_t count, capacity;
	bool is_figure[1 << 20];
	PangoFontMap *map;
	PangoContext *context;
	char *font_names[FONTS_MOST];
	PangoFontDescription *fonts[FONTS_MOST];
	size_t font_count;
};

static void fail(const char *what)
{
	fprintf(stderr, "raw: %s\n", what);
	exit(1);
}

/* -- reading ---------------------------------------------------------------------------------- */

static void read_scene(struct drawing *drawing, const char *path)
{
	FILE *file = fopen(path, "r");
	char *line = NULL;
	size_t size = 0;
	ssize_t length;

	if (file == NULL)
		fail("cannot read the scene");
	while ((length = getline(&line, &size, file)) > 0) {
		char *bracket = strchr(line, '['), *end = NULL;
		size_t indent = strspn(line, " ");
		long element = bracket == NULL ? -1 : strtol(bracket + 1, &end, 10);

		line[length - 1] = '\0';
		/* An element of the structure, however deep, begins with its number. */
		if (indent > 0 && bracket == line + indent && strncmp(end, "] Figure ", 9) == 0 &&
		    element >= 0)
			drawing->is_figure[element] = true;
		if (drawing->count == drawing->capacity) {
			drawing->capacity = drawing->capacity * 2 + 1024;
			drawing->lines = realloc(drawing->lines,
						 drawing->capacity * sizeof(*drawing->lines));
		}
		drawing->lines[drawing->count++] = (struct line){
			.depth = (int)indent / 2,
			.element = (int)element,
			.rest = strdup(indent == 0 ? line : end + 1),
		};
	}
	free(line);
	fclose(file);
}

/* -- drawing ---------------------------------------------------------------------------------- */

static void set_colour(cairo_t *cairo, const char *hex)
{
	unsigned red, green, blue;

	sscanf(hex, "#%2x%2x%2x", &red, &green, &blue);
	cairo_set_source_rgb(cairo, red / 255.0, green / 255.0, blue / 255.0);
}

static const PangoFontDescription *find_font(struct drawing *drawing, const char *name,
					     size_t length)
{
	char role[16];
	unsigned weight;
	double size;
	PangoFontDescription *font;

	for (size_t i = 0; i < drawing->font_count; i++)
		if (strncmp(drawing->font_names[i], name, length) == 0 &&
		    drawing->font_names[i][length] == '\0')
			return drawing->fonts[i];
	if (drawing->font_count == FONTS_MOST)
		fail("too many fonts");
	sscanf(name, "%15[^/]/%u%*[i/]%lf", role, &weight, &size);
	font = pango_font_description_new();
	pango_font_description_set_family(font,
					  strcmp(role, "display") == 0 ? "Inter Display" : "Inter");
	pango_font_description_set_weight(font, (PangoWeight)weight);
	if (memchr(name, 'i', length) != NULL && strstr(name, "i/") != NULL)
		pango_font_description_set_style(font, PANGO_STYLE_ITALIC);
	pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
	drawing->font_names[drawing->font_count] = strndup(name, length);
	return drawing->fonts[drawing->font_count++] = font;
}

/* "font=text/600/12/-0.01 text=#212B32 0 9.27 width=53.65 "words"" */
static void draw_text(struct drawing *drawing, cairo_t *cairo, const char *rest, double x, double y)
{
	const char *name = strstr(rest, "font=") + 5, *colour = strstr(name, "text=#") + 5;
	const char *words = strchr(colour, '"') + 1;
	PangoLayout *layout = pango_layout_new(drawing->context);
	double left, base;

	sscanf(colour, "#%*6s %lf %lf", &left, &base);
	pango_layout_set_font_description(layout, find_font(drawing, name, strcspn(name, " ")));
	pango_layout_set_text(layout, words, (int)strlen(words) - 1);
	set_colour(cairo, colour);
	cairo_move_to(cairo, x + left,
		      y + base - pango_layout_get_baseline(layout) / (double)PANGO_SCALE);
	pango_cairo_show_layout(cairo, layout);
	g_object_unref(layout);
}

static void trace(cairo_t *cairo, const char *steps, double x, double y)
{
	double a, b, c, d;
	int used;

	cairo_new_path(cairo);
	while (*steps != '\0') {
		steps += strspn(steps, " ");
		if (sscanf(steps, "M %lf %lf%n", &a, &b, &used) == 2)
			cairo_move_to(cairo, x + a, y + b);
		else if (sscanf(steps, "L %lf %lf%n", &a, &b, &used) == 2)
			cairo_line_to(cairo, x + a, y + b);
		else if (sscanf(steps, "circle %lf %lf %lf%n", &a, &b, &c, &used) == 3)
			cairo_arc(cairo, x + a, y + b, c, 0, 2 * M_PI);
		else if (sscanf(steps, "rectangle %lf %lf %lf %lf%n", &a, &b, &c, &d, &used) == 4)
			cairo_rectangle(cairo, x + a, y + b, c, d);
		else if (*steps == 'Z') {
			cairo_close_path(cairo);
			used = 1;
		} else {
			break;
		}
		steps += used;
	}
}

static void draw_path(cairo_t *cairo, const char *rest, double x, double y)
{
	const char *fill = strstr(rest, "fill="), *stroke = strstr(rest, "stroke=");
	const char *dash = strstr(rest, "dash=");
	const char *steps = rest;
	double lengths[2] = { 0 }, width = 1;

	/* The first step follows the last attribute. */
	for (const char *at = rest; (at = strchr(at, '=')) != NULL; at++)
		steps = at;
	steps = strchr(steps, ' ');
	if (steps == NULL)
		return;
	trace(cairo, steps, x, y);
	if (fill != NULL) {
		set_colour(cairo, fill + 5);
		cairo_fill_preserve(cairo);
	}
	if (stroke != NULL) {
		set_colour(cairo, stroke + 7);
		sscanf(strstr(stroke, "width=") + 6, "%lf", &width);
		cairo_set_line_width(cairo, width);
		if (dash != NULL)
			sscanf(dash + 5, "%lf,%lf", &lengths[0], &lengths[1]);
		cairo_set_dash(cairo, lengths, dash == NULL ? 0 : 2, 0);
		cairo_stroke_preserve(cairo);
	}
	cairo_new_path(cairo);
}

static void draw_link(cairo_t *cairo, const char *rest, double x, double y)
{
	double left, top, width, height;
	char target[1024], tag[2048];

	if (sscanf(rest, " link %lf %lf %lf %lf %1023s", &left, &top, &width, &height, target) != 5)
		return;
	snprintf(tag, sizeof(tag), "rect=[%.2f %.2f %.2f %.2f] %s='%s'", x + left, y + top, width,
		 height, target[0] == '#' ? "dest" : "uri", target[0] == '#' ? target + 1 : target);
	cairo_tag_begin(cairo, CAIRO_TAG_LINK, tag);
	cairo_tag_end(cairo, CAIRO_TAG_LINK);
}

static void draw_anchor(cairo_t *cairo, const char *rest, double x, double y)
{
	double left, top;
	char name[1024], tag[2048];

	if (sscanf(rest, " anchor %lf %lf %1023s", &left, &top, name) != 3)
		return;
	snprintf(tag, sizeof(tag), "name='%s' x=%.2f y=%.2f", name, x + left, y + top);
	cairo_tag_begin(cairo, CAIRO_TAG_DEST, tag);
	cairo_tag_end(cairo, CAIRO_TAG_DEST);
}

/* Draws the lines deeper than depth from position first on; returns the position behind them. */
static size_t draw(struct drawing *drawing, cairo_t *cairo, size_t first, int depth, double x,
		   double y, bool links)
{
	size_t i = first;

	while (i < drawing->count && drawing->lines[i].depth > depth) {
		const struct line *line = &drawing->lines[i++];
		double left, top;

		if (strncmp(line->rest, " font=", 6) == 0)
			draw_text(drawing, cairo, line->rest, x, y);
		else if (sscanf(line->rest, " use %lf %lf", &left, &top) == 2)
			i = draw(drawing, cairo, i, line->depth, x + left, y + top, links);
		else if (strncmp(line->rest, " link ", 6) == 0) {
			if (links)
				draw_link(cairo, line->rest, x, y);
		} else if (strncmp(line->rest, " anchor ", 8) == 0) {
			if (links)
				draw_anchor(cairo, line->rest, x, y);
		} else
			draw_path(cairo, line->rest, x, y);
	}
	return i;
}

static void draw_pages(struct drawing *drawing, const char *folder)
{
	char path[4096];
	cairo_surface_t *surface;
	cairo_t *cairo;

	snprintf(path, sizeof(path), "%s/raw.pdf", folder);
	surface = cairo_pdf_surface_create(path, 595.28, 841.89);
	cairo = cairo_create(surface);
	for (size_t i = 0; i < drawing->count;) {
		double width, height;

		if (sscanf(drawing->lines[i].rest, "page %*u: scene %lf %lf", &width, &height) != 2)
			break;
		cairo_pdf_surface_set_size(surface, width, height);
		i = draw(drawing, cairo, i + 1, 0, 0, 0, true);
		cairo_show_page(cairo);
	}
	cairo_destroy(cairo);
	cairo_surface_finish(surface);
	if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS)
		fail("the PDF failed");
	cairo_surface_destroy(surface);
}

static unsigned draw_figures(struct drawing *drawing, const char *folder)
{
	unsigned count = 0;

	for (size_t i = 0; i < drawing->count; i++) {
		const struct line *line = &drawing->lines[i];
		double x, y, width, height;
		cairo_surface_t *surface;
		char path[4096];
		cairo_t *cairo;

		if (line->element < 0 || line->depth == 0 || !drawing->is_figure[line->element] ||
		    sscanf(line->rest, " use %lf %lf %lf %lf", &x, &y, &width, &height) != 4 ||
		    height < CHART_HEIGHT_LEAST)
			continue;
		snprintf(path, sizeof(path), "%s/raw-%u.svg", folder, ++count);
		surface = cairo_svg_surface_create(path, width, height);
		cairo = cairo_create(surface);
		draw(drawing, cairo, i + 1, line->depth, 0, 0, false);
		cairo_destroy(cairo);
		cairo_surface_destroy(surface);
	}
	return count;
}

static void use_fonts(struct drawing *drawing, const char *folder)
{
	FcConfig *config = FcConfigCreate();

	if (!FcConfigAppFontAddDir(config, (const FcChar8 *)folder))
		fail("no fonts");
	drawing->map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
	pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(drawing->map), config);
	FcConfigDestroy(config);
	drawing->context = pango_font_map_create_context(drawing->map);
}

static double seconds_of(struct timeval time)
{
	return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

int main(int argc, char **argv)
{
	static struct drawing drawing;
	struct rusage before, after;
	struct timespec begin, end;
	unsigned figures;

	if (argc != 4)
		fail("usage: raw SCENE FONTS-FOLDER OUT-FOLDER");
	read_scene(&drawing, argv[1]);
	getrusage(RUSAGE_SELF, &before);
	clock_gettime(CLOCK_MONOTONIC, &begin);
	use_fonts(&drawing, argv[2]);
	draw_pages(&drawing, argv[3]);
	figures = draw_figures(&drawing, argv[3]);
	clock_gettime(CLOCK_MONOTONIC, &end);
	getrusage(RUSAGE_SELF, &after);
	printf("%.4f %.4f %ld %u\n",
	       (double)(end.tv_sec - begin.tv_sec) + (double)(end.tv_nsec - begin.tv_nsec) / 1e9,
	       seconds_of(after.ru_utime) + seconds_of(after.ru_stime) -
		       seconds_of(before.ru_utime) - seconds_of(before.ru_stime),
	       after.ru_maxrss, figures);
	return 0;
}
