#include "layout/set_text.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/number.h"
#include "chart/verdict_shape.h"
#include "layout/page_link.h"

/* Anchors of footnotes and of their markers: no id of an author has a colon. */
#define NOTE_ANCHOR "note:%u"
#define NOTE_MARKER_ANCHOR "note:%u:marker"

static const double note_size = 0.66, note_rise = 0.36, shape_size = 6.5;

double role_base(struct composer *composer, enum text_role role)
{
	const struct text_style *style = composer_style(composer, role);
	const struct text_font_facts *facts =
		text_font_facts(composer->engine, composer_font(composer, role));

	/* The font's own height stands in the middle of the line. */
	return (style->line_pt - facts->ascent_pt - facts->descent_pt) / 2 + facts->ascent_pt;
}

void set_line(struct composer *composer, struct scene *scene, enum text_role role,
	      enum colour_role colour, const char *words, double x, double y)
{
	int font = composer_font(composer, role);

	scene_text(scene, PART_TEXT, text_shape(composer->engine, font, words, strlen(words)), x, y,
		   composer_colour(composer, colour));
}

double line_width(struct composer *composer, enum text_role role, const char *words)
{
	return text_width(composer->engine, composer_font(composer, role), words);
}

/* A run while it is set: its structure element is made with its first line. */
struct setting {
	const struct text_run *run;
	int element;
	const struct set_label *label; /* of the first run of a footnote; NULL elsewhere */
};

static int note_font(struct composer *composer, enum text_role role)
{
	struct text_style style = *composer_style(composer, role);

	style.size_pt *= note_size;
	return text_font(composer->engine, &style);
}

/* The words of a run; an inline page number is taken for what it was in the last pass. */
static const char *run_words(struct composer *composer, const struct text_run *run)
{
	size_t length = strlen(run->text);
	char number[NUMBER_TEXT_MAX];

	if (run->kind != RUN_PAGE)
		return run->text;
	number_format(page_assumed(composer, run->target), (struct number_style){ 0 }, number);
	/* "page" and its number stay on one line. */
	if (length > 0 && run->text[length - 1] == ' ')
		return arena_printf(composer->arena, "%.*s\xc2\xa0%s", (int)length - 1, run->text,
				    number);
	return arena_printf(composer->arena, "%s%s", run->text, number);
}

/* What is still to be written stands out in a colour of its own, but not on a field of colour. */
static bool is_gap(const struct text_run *run, enum colour_role plain)
{
	return run->gap && plain != COLOUR_ON_FIELD;
}

static struct text_span *make_spans(struct composer *composer, struct arena *scratch,
				    const struct text *text, const struct set_options *options)
{
	const struct text_style *style = composer_style(composer, options->role);
	enum colour_role plain = options->has_colour ? options->colour : style->colour;
	struct text_span *spans = arena_array(scratch, text->count, sizeof(*spans));

	for (size_t i = 0; i < text->count; i++) {
		const struct text_run *run = text->runs[i];
		bool leads = run->href != NULL || run->target != NULL;
		struct setting *setting = arena_alloc(scratch, sizeof(*setting));

		*setting = (struct setting){ .run = run,
					     .element = -1,
					     .label = i == 0 ? options->label : NULL };
		spans[i] = (struct text_span){
			.text = run_words(composer, run),
			.font = composer_font_with(composer, options->role, run->strong,
						   run->emphasis),
			.colour = composer_colour(composer, leads                ? COLOUR_LINK
							    : is_gap(run, plain) ? COLOUR_WORSE
							    : run->secondary     ? COLOUR_SECONDARY
										 : plain),
			.mark = setting,
		};
		if (run->kind == RUN_NOTE) {
			spans[i].font = note_font(composer, options->role);
			spans[i].rise_pt = style->size_pt * note_rise;
			spans[i].colour = composer_colour(composer, COLOUR_LINK);
		}
	}
	return spans;
}

static bool needs_element(const struct text_run *run)
{
	return run->href != NULL || run->target != NULL || run->language != NULL ||
	       run->expansion != NULL || run->kind == RUN_NOTE;
}

/* What leads elsewhere in the document is a reference with a link in it. */
static int run_element(struct composer *composer, const struct text_run *run, int parent)
{
	int element = parent;

	if (run->target != NULL || (run->kind == RUN_NOTE && run->note != NULL))
		element = composer_element(composer, STRUCTURE_REFERENCE, element);
	element = composer_element(
		composer, element != parent || run->href != NULL ? STRUCTURE_LINK : STRUCTURE_SPAN,
		element);
	composer_facts(composer, element)->language = run->language;
	composer_facts(composer, element)->expansion = run->expansion;
	return element;
}

/* The element of a piece of text: that of its paragraph, or one of its own for links and their like. */
static int element_of(struct composer *composer, const void *mark, int parent)
{
	struct setting *setting;

	/* The mark is ours; the text floor hands it through untouched. */
	memcpy(&setting, &mark, sizeof(setting));
	if (parent < 0)
		return parent;
	if (setting->label != NULL)
		return setting->label->element;
	if (!needs_element(setting->run))
		return parent;
	if (setting->element < 0)
		setting->element = run_element(composer, setting->run, parent);
	return setting->element;
}

/* What a link says by itself, without the sentence around it. */
static const char *link_words(struct composer *composer, const struct text_run *run)
{
	struct arena *arena = composer->arena;
	const char *words = run_words(composer, run), *title;

	if (run->target == NULL) {
		/* A bare address is no sentence. */
		return strcmp(words, run->href) == 0
			       ? arena_printf(arena, "%s %s", composer->document->link_word, words)
			       : words;
	}
	title = text_plain(arena, &run->target->title);
	if (run->target->label[0] != '\0' && strcmp(words, run->target->label) != 0)
		title = arena_printf(arena, "%s%s%s", run->target->label,
				     title[0] == '\0' ? "" : ": ", title);
	if (title[0] == '\0' || strcmp(words, title) == 0)
		return words;
	return arena_printf(arena, "%s: %s", words, title);
}

static void add_link(struct composer *composer, struct scene *scene, const struct setting *setting,
		     struct box area)
{
	const struct text_run *run = setting->run;

	if (setting->label != NULL)
		scene_link(scene, area, setting->label->target, setting->label->contents);
	else if (run->href != NULL)
		scene_link(scene, area, run->href, link_words(composer, run));
	else if (run->target != NULL)
		scene_link(scene, area, arena_printf(composer->arena, "#%s", run->target->anchor),
			   link_words(composer, run));
}

/* The marker of a footnote leads to it, and is where the footnote leads back to. */
static void add_note_link(struct composer *composer, struct scene *scene, const struct note *note,
			  struct box area)
{
	/* Pages of anchors are kept from pass to pass. */
	scene_anchor(scene, area.x, area.y,
		     arena_printf(composer->whole, NOTE_MARKER_ANCHOR, note->number));
	scene_link(scene, area, arena_printf(composer->arena, "#" NOTE_ANCHOR, note->number),
		   note->name);
}

static struct scene *set_note(struct galley *galley, const struct note *note);

/* The shape of a verdict as it stands in the cells, in the place of its character. */
static void draw_shape(struct composer *composer, struct scene *scene,
		       const struct text_fragment *fragment, double x, double base)
{
	const struct setting *setting = fragment->mark;
	double capital = fragment->shaped->facts->capital_pt;
	int element = scene->element;

	scene->element = ARTIFACT_LAYOUT;
	verdict_shape_draw(scene, composer->theme, setting->run->verdict,
			   x + fragment->x + fragment->shaped->width / 2, base - capital / 2,
			   shape_size);
	scene->element = element;
}

static void draw_line(struct galley *galley, struct scene *scene, const struct text_line *line,
		      double x, double top, double base, double height, int element)
{
	struct composer *composer = galley->composer;

	for (size_t i = 0; i < line->count; i++) {
		const struct text_fragment *fragment = &line->fragments[i];
		const struct setting *setting = fragment->mark;
		struct box area = { x + fragment->x, top, fragment->shaped->width, height };

		scene->element = element_of(composer, fragment->mark, element);
		add_link(composer, scene, setting, area);
		if (setting->run->verdict != VERDICT_NOT_COMPARED)
			draw_shape(composer, scene, fragment, x, top + base);
		else
			scene_text(scene, PART_TEXT, fragment->shaped, x + fragment->x,
				   top + base - fragment->rise_pt, fragment->colour);
		if (setting->run->kind == RUN_NOTE && setting->run->note != NULL && element >= 0) {
			add_note_link(composer, scene, setting->run->note, area);
			galley_note(galley, set_note(galley, setting->run->note));
		}
	}
	scene->element = element;
}

/* Spans and lines are forgotten when they are drawn: in scratch; what is drawn of them is not. */
static struct text_paragraph *compose(struct composer *composer, struct arena *scratch,
				      const struct text *text, double width,
				      const struct set_options *options)
{
	const struct text_style *style = composer_style(composer, options->role);

	return text_compose(composer->engine, scratch, make_spans(composer, scratch, text, options),
			    text->count,
			    (struct compose_options){ .width = width,
						      .align = options->align,
						      .balance = style->balance || options->balance,
						      .drawn = composer->arena });
}

/* Footnotes stand together behind all else in the structure, as they are drawn behind all else on a page. */
static int note_element(struct composer *composer, const struct note *note)
{
	int element = composer_element(composer, STRUCTURE_NOTE, 0);

	composer_facts(composer, element)->anchor =
		arena_printf(composer->arena, NOTE_ANCHOR, note->number);
	composer->notes = arena_grow(composer->arena, composer->notes, composer->note_count,
				     &composer->note_capacity, sizeof(*composer->notes));
	composer->notes[composer->note_count++] = element;
	return element;
}

/* A footnote is as wide as the page, however narrow the place it belongs to. */
static struct scene *set_note(struct galley *galley, const struct note *note)
{
	struct composer *composer = galley->composer;
	int element = note_element(composer, note), words;
	struct galley lines = galley_new(composer, composer->page_width, element);
	struct set_label label = {
		.element = composer_element(composer, STRUCTURE_LABEL, element),
		.target = arena_printf(composer->arena, "#" NOTE_MARKER_ANCHOR, note->number),
		.contents = note->back,
	};
	struct text text = { 0 };
	char number[NUMBER_TEXT_MAX];

	number_format(note->number, (struct number_style){ 0 }, number);
	text_add(composer->drafts, &text, arena_printf(composer->drafts, "%s ", number))->strong =
		true;
	for (size_t i = 0; i < note->text.count; i++) {
		struct text_run *copy = text_add(composer->drafts, &text, "");

		*copy = *note->text.runs[i];
	}
	label.element = composer_element(composer, STRUCTURE_LINK, label.element);
	words = composer_element(composer, STRUCTURE_PARAGRAPH, element);
	lines.next_anchor = arena_printf(composer->whole, NOTE_ANCHOR, note->number);
	set_text(&lines, &text, (struct set_options){ .role = ROLE_FOOTNOTE, .label = &label },
		 words, composer->at);
	return galley_scene(&lines, &lines);
}

/* Before the words, so that it is read before them. */
static void draw_lead(struct composer *composer, struct scene *scene, const struct set_lead *lead,
		      double base)
{
	scene->element = lead->element;
	set_line(composer, scene, lead->role, lead->colour, lead->words, lead->x, base);
}

void set_text(struct galley *galley, const struct text *text, struct set_options options,
	      int element, struct location at)
{
	struct composer *composer = galley->composer;
	double line = composer_style(composer, options.role)->line_pt;
	double base = role_base(composer, options.role);
	struct arena *scratch = arena_new();
	struct text_paragraph *paragraph =
		compose(composer, scratch, text, galley->width - options.indent, &options);
	bool keep = galley->keep;

	for (size_t i = 0; i < paragraph->count; i++) {
		struct scene *scene = galley_new_scene(galley, line, element);
		struct strip *strip;

		if (i == 0 && options.lead != NULL)
			draw_lead(composer, scene, options.lead, base);
		draw_line(galley, scene, &paragraph->lines[i], options.indent, 0, base, line,
			  element);
		strip = galley_box(galley, scene, at);
		strip->no_break = (i == 0 && keep) || (i > 0 && options.whole) || i == 1 ||
				  (i > 0 && i + 1 == paragraph->count);
	}
	arena_free(scratch);
}

void set_words(struct galley *galley, const char *words, struct set_options options, int element,
	       struct location at)
{
	struct text text = { 0 };

	text_add(galley->composer->drafts, &text, words);
	set_text(galley, &text, options, element, at);
}

struct scene *set_scene(struct composer *composer, struct galley *into, const struct text *text,
			double width, struct set_options options, int element)
{
	struct galley lines = galley_new(composer, width, element);

	set_text(&lines, text, options, element, (struct location){ 0 });
	return galley_scene(&lines, into);
}

void text_widths(struct composer *composer, const struct text *text, enum text_role role,
		 bool strong, double *narrowest, double *widest)
{
	enum { FEW = 8 };
	struct text_span few[FEW];
	struct text_span *spans =
		text->count <= FEW ? few
				   : arena_array(composer->drafts, text->count, sizeof(*spans));

	for (size_t i = 0; i < text->count; i++)
		spans[i] = (struct text_span){
			.text = run_words(composer, text->runs[i]),
			.font = composer_font_with(composer, role, strong || text->runs[i]->strong,
						   text->runs[i]->emphasis),
		};
	text_extents(composer->engine, spans, text->count, narrowest, widest);
}
