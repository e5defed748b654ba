#include "run/internal.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/path.h"
#include "run/csv_cells.h"
#include "text/engine.h"

const char internal_words[] = "Internal: not for publication";

static const char suffix[] = "-internal";
static const double band = 15, band_base = 10.5, between = 150;

const char *internal_name(const struct run *run, const char *name)
{
	const char *dot = strrchr(name, '.'), *folder = strrchr(name, '/');

	if (!run->options->unsafe_internal)
		return name;
	if (dot == NULL || (folder != NULL && dot < folder))
		dot = name + strlen(name);
	return arena_printf(run->arena, "%.*s%s%s", (int)(dot - name), name, suffix, dot);
}

struct reference *internal_reference(struct arena *arena, const struct reference *reference)
{
	struct reference *open = arena_alloc(arena, sizeof(*open));

	*open = *reference;
	open->rules = arena_array(arena, reference->rule_count, sizeof(*open->rules));
	for (size_t i = 0; i < reference->rule_count; i++) {
		const struct disclosure_rule *rule = &reference->rules[i];

		open->rules[i] = *rule;
		open->rules[i].hides = false;
		open->rules[i].shows_instead = false;
		open->rules[i].round_to = 0;
		open->rules[i].rates_from_rounded = false;
		open->rules[i].secondary = false;
	}
	return open;
}

/* -- marks -------------------------------------------------------------------------------------- */

static const struct shaped_text *shaped_words(const struct run *run, double size)
{
	struct text_style style = run->layout->styles[ROLE_CHART_STRONG];

	style.size_pt = size;
	return text_shape(run->engine, text_font(run->engine, &style), internal_words,
			  strlen(internal_words));
}

static void add_band_words(const struct run *run, struct scene *scene, double y)
{
	const struct shaped_text *words = shaped_words(run, 10);

	scene_text(scene, PART_TEXT, words, (scene->width - words->width) / 2, y + band_base,
		   run->theme->colours[COLOUR_PAPER]);
}

/* A field across the scene with the words in it, which are of an element; so dark that nobody overlooks it. */
static void add_band(const struct run *run, struct scene *scene, double y, int element)
{
	path_rectangle(scene, scene_fill(scene, PART_BACKGROUND, run->theme->colours[COLOUR_TEXT]),
		       (struct box){ 0, y, scene->width, band });
	scene->element = element;
	add_band_words(run, scene, y);
}

/* Words over what is drawn, so that a part of a page that is cut out has them too. */
static void add_words(const struct run *run, struct scene *scene)
{
	const struct shaped_text *words = shaped_words(run, 24);

	for (double y = between / 2; y < scene->height; y += between)
		scene_text(scene, PART_TEXT, words, (scene->width - words->width) / 2, y,
			   run->theme->colours[COLOUR_HAIRLINE]);
}

/* A paragraph of the document, before all others or behind them. */
static int heard_mark(const struct run *run, struct pages *pages, bool leads)
{
	int element = structure_add(run->arena, &pages->structure, STRUCTURE_PARAGRAPH, 0);

	pages->structure.elements[element].leads = leads;
	return element;
}

/* What is read first must be drawn first: the words of the first band stand below it once more. */
static void begin_with_words(const struct run *run, struct pages *pages)
{
	const struct scene *first = pages->items[0];
	struct scene *page = scene_new(run->arena, first->width, first->height);

	page->element = heard_mark(run, pages, true);
	add_band_words(run, page, 0);
	page->element = ARTIFACT_LAYOUT;
	scene_use(page, first, 0, 0);
	pages->items[0] = page;
}

/* Who listens hears it once at the beginning and once at the end; on the other bands it is no part of the text. */
void internal_mark_pages(const struct run *run, struct pages *pages)
{
	if (pages->count > 0)
		begin_with_words(run, pages);
	for (size_t i = 0; i < pages->count; i++) {
		struct scene *page = pages->items[i];

		page->element = ARTIFACT_HEADER;
		add_words(run, page);
		add_band(run, page, 0, ARTIFACT_HEADER);
		page->element = ARTIFACT_FOOTER;
		add_band(run, page, page->height - band,
			 i + 1 == pages->count ? heard_mark(run, pages, false) : ARTIFACT_FOOTER);
	}
	pages->properties.title =
		arena_printf(run->arena, "%s: %s", internal_words, pages->properties.title);
}

const struct scene *internal_mark_picture(const struct run *run, const struct scene *scene)
{
	struct scene *marked = scene_new(run->arena, scene->width, scene->height + band);

	marked->element = ELEMENT_OF_USER;
	scene_use(marked, scene, 0, band);
	add_words(run, marked);
	add_band(run, marked, 0, ELEMENT_OF_USER);
	return marked;
}

/* -- what is hidden ----------------------------------------------------------------------------- */

static bool is_hidden(const struct quantity *open, const struct quantity *published)
{
	return quantity_is_shown(open) &&
	       (!quantity_is_shown(published) || published->number != open->number);
}

static void add_open(struct buffer *out, const struct quantity *quantity)
{
	csv_add_number(out, quantity_is_shown(quantity), quantity->number);
}

static void write_hidden(const struct run *run, const struct result *open,
			 const struct result *published, struct buffer *out)
{
	const struct data_source *source = &run->dataset->sources[open->source];

	csv_add_key(out, run->results, &open->key);
	add_open(out, &open->numerator);
	add_open(out, &open->denominator);
	csv_add_number(out, value_is_shown(&open->value), open->value.estimate);
	add_open(out, &published->numerator);
	add_open(out, &published->denominator);
	csv_add_number(out, value_is_shown(&published->value), published->value.estimate);
	csv_add_cell(out, source->rule);
	csv_add_cell(out, source->id);
	buffer_add_char(out, '\n');
}

void internal_write_hidden(const struct run *run, struct buffer *out)
{
	buffer_printf(out,
		      "# %s\nindicator,period,organisation,dimension,group,sex,numerator,"
		      "denominator,value,published_numerator,published_denominator,"
		      "published_value,rule,source\n",
		      internal_words);
	for (size_t i = 0; i < run->results->count; i++) {
		const struct result *open = &run->results->items[i];
		const struct result *published = results_find(run->published, &open->key);

		if (published != NULL &&
		    (is_hidden(&open->numerator, &published->numerator) ||
		     is_hidden(&open->denominator, &published->denominator) ||
		     value_is_shown(&open->value) != value_is_shown(&published->value)))
			write_hidden(run, open, published, out);
	}
}

/* -- folders ------------------------------------------------------------------------------------ */

bool internal_keeps_apart(const struct run *run)
{
	bool internal = run->options->unsafe_internal;
	const char *folder = run_output_folder(run);
	const char *other =
		path_join(run->arena, folder, internal ? "results.csv" : "results-internal.csv");

	if (!path_exists(other))
		return true;
	diag_add(run->diags, DIAG_EDITIONS_TOGETHER, (struct location){ .file = other },
		 internal ? "the folder holds a report for publication"
			  : "the folder holds an internal report",
		 "choose another folder with -o");
	return false;
}
