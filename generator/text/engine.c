#include "text/engine.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangofc-font.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/encoding.h"
#include "base/string_index.h"
#include "text/fonts.h"

/* Longer pieces of text are rare. */
enum { PLAIN_MOST = 1024 };

struct engine_font {
	struct text_font_facts facts;
	PangoFontDescription *description;
	PangoAttrList *attributes;
};

/* A text, shaped once a run and style: pages are laid out more than once, and many words stand in several places. */
struct known_text {
	int font;
	const char *text; /* as it was given; not ended by a zero while it is looked for */
	size_t length;
	const struct shaped_text *shaped;
	struct text_notes notes;
};

struct text_engine {
	struct arena *arena;
	struct fonts *fonts;
	const struct theme *theme;
	struct engine_font **list;
	size_t font_count, font_capacity;
	GHashTable *known;           /* of struct known_text */
	cairo_text_cluster_t *plain; /* PLAIN_MOST characters of one byte and glyph each */
	cairo_scaled_font_t **kept;
	size_t kept_count, kept_capacity;
	struct string_index *missing;
	const char **missing_list;
	size_t missing_count, missing_capacity;
};

static void release(void *object)
{
	struct text_engine *engine = object;

	for (size_t i = 0; i < engine->font_count; i++) {
		pango_font_description_free(engine->list[i]->description);
		pango_attr_list_unref(engine->list[i]->attributes);
	}
	for (size_t i = 0; i < engine->kept_count; i++)
		cairo_scaled_font_destroy(engine->kept[i]);
	g_hash_table_destroy(engine->known);
}

static guint hash_known(gconstpointer key)
{
	const struct known_text *known = key;
	guint hash = 5381 + (guint)known->font;

	for (size_t i = 0; i < known->length; i++)
		hash = hash * 33 + (unsigned char)known->text[i];
	return hash;
}

static gboolean same_known(gconstpointer a, gconstpointer b)
{
	const struct known_text *left = a, *right = b;

	return left->font == right->font && left->length == right->length &&
	       memcmp(left->text, right->text, left->length) == 0;
}

struct text_engine *text_engine_new(struct arena *arena, const struct theme *theme,
				    struct diag_list *diags)
{
	struct text_engine *engine = arena_alloc(arena, sizeof(*engine));

	engine->arena = arena;
	engine->theme = theme;
	engine->fonts = fonts_load(arena, theme, diags);
	if (engine->fonts == NULL)
		return NULL;
	engine->known = g_hash_table_new(hash_known, same_known);
	engine->plain = arena_array(arena, PLAIN_MOST, sizeof(*engine->plain));
	for (size_t i = 0; i < PLAIN_MOST; i++)
		engine->plain[i] = (cairo_text_cluster_t){ .num_bytes = 1, .num_glyphs = 1 };
	engine->missing = string_index_new(arena);
	arena_own(arena, engine, release);
	return engine;
}

static bool same_font(const struct text_font_facts *facts, const struct text_style *style)
{
	return facts->role == style->font && facts->weight == style->weight &&
	       facts->italic == style->italic && facts->tabular == style->tabular &&
	       facts->size_pt == style->size_pt && facts->tracking_em == style->tracking_em;
}

static void measure(struct text_engine *engine, int number)
{
	struct engine_font *font = engine->list[number];
	PangoFontMetrics *metrics =
		pango_context_get_metrics(fonts_context(engine->fonts), font->description, NULL);
	const struct shaped_text *capital;

	font->facts.ascent_pt = pango_font_metrics_get_ascent(metrics) / (double)PANGO_SCALE;
	font->facts.descent_pt = pango_font_metrics_get_descent(metrics) / (double)PANGO_SCALE;
	pango_font_metrics_unref(metrics);
	capital = text_shape(engine, number, "H", 1);
	if (capital->piece_count > 0) {
		const struct shaped_piece *piece = &capital->pieces[0];
		const cairo_glyph_t glyph = { .index = piece->glyphs[0].index };
		cairo_text_extents_t extents;

		cairo_scaled_font_glyph_extents(piece->font, &glyph, 1, &extents);
		font->facts.capital_pt = extents.height;
	}
}

int text_font(struct text_engine *engine, const struct text_style *style)
{
	struct engine_font *font;

	for (size_t i = 0; i < engine->font_count; i++)
		if (same_font(&engine->list[i]->facts, style))
			return (int)i;
	engine->list = arena_grow(engine->arena, engine->list, engine->font_count,
				  &engine->font_capacity, sizeof(struct engine_font *));
	font = engine->list[engine->font_count++] = arena_alloc(engine->arena, sizeof(*font));
	font->facts = (struct text_font_facts){
		.family = engine->theme->families[style->font].name,
		.role = style->font,
		.weight = style->weight,
		.italic = style->italic,
		.tabular = style->tabular,
		.size_pt = style->size_pt,
		.tracking_em = style->tracking_em,
	};
	font->description = fonts_description(engine->fonts, style->font, style->weight,
					      style->italic, style->size_pt);
	font->attributes = pango_attr_list_new();
	pango_attr_list_insert(font->attributes, pango_attr_font_desc_new(font->description));
	pango_attr_list_insert(
		font->attributes,
		/* Ligatures and contextual forms would part the text that a reader copies. */
		pango_attr_font_features_new(style->tabular ? "liga=0,clig=0,calt=0,tnum=1"
							    : "liga=0,clig=0,calt=0"));
	measure(engine, (int)engine->font_count - 1);
	return (int)engine->font_count - 1;
}

const struct text_font_facts *text_font_facts(const struct text_engine *engine, int font)
{
	return &engine->list[font]->facts;
}

static void note_missing(struct text_engine *engine, const char *text, size_t length)
{
	const char *character = arena_strndup(engine->arena, text, length);

	if (!string_index_add(engine->missing, character, (int)engine->missing_count))
		return;
	engine->missing_list =
		arena_grow(engine->arena, engine->missing_list, engine->missing_count,
			   &engine->missing_capacity, sizeof(*engine->missing_list));
	engine->missing_list[engine->missing_count++] = character;
}

/* First glyph that does not stand for the same characters as the glyph at first. */
static size_t cluster_end(const PangoGlyphString *glyphs, size_t first)
{
	size_t after = first + 1;

	while (after < (size_t)glyphs->num_glyphs &&
	       glyphs->log_clusters[after] == glyphs->log_clusters[first])
		after++;
	return after;
}

/*
 * The glyph that cairo is to draw; notes characters that no font has. What has no shape, such as a soft hyphen,
 * is drawn as a blank of no width: glyph 0 would be a box.
 */
static unsigned long drawn_glyph(struct text_engine *engine, PangoFont *font, PangoGlyph glyph,
				 const char *text, int length)
{
	if (glyph == PANGO_GLYPH_EMPTY)
		return pango_fc_font_get_glyph(PANGO_FC_FONT(font), ' ');
	if ((glyph & PANGO_GLYPH_UNKNOWN_FLAG) == 0)
		return glyph;
	note_missing(engine, text, (size_t)length);
	return 0;
}

/* True of words of ASCII, as nearly all are: one glyph stands for every byte. */
static bool is_plain(const PangoItem *item, const PangoGlyphString *glyphs)
{
	if (item->analysis.level % 2 == 1 || glyphs->num_glyphs != item->length ||
	    item->length > PLAIN_MOST)
		return false;
	for (int i = 0; i < glyphs->num_glyphs; i++)
		if (glyphs->log_clusters[i] != i)
			return false;
	return true;
}

/*
 * Glyphs of one item of text as cairo wants them; returns the x at its right end. pango gives them from left
 * to right; they are kept in the order of the text, which in some scripts is from right to left.
 */
static double fill_piece(struct text_engine *engine, const struct engine_font *font,
			 const PangoItem *item, const PangoGlyphString *glyphs,
			 struct shaped_piece *piece, double x)
{
	double tracking = font->facts.tracking_em * font->facts.size_pt;
	const int *starts = glyphs->log_clusters;
	size_t count = (size_t)glyphs->num_glyphs, clusters = 0, after;
	bool backward = item->analysis.level % 2 == 1;
	bool plain = is_plain(item, glyphs);
	struct shaped_glyph *placed = arena_array(engine->arena, count, sizeof(*placed));
	cairo_text_cluster_t *cluster =
		plain ? engine->plain : arena_array(engine->arena, count, sizeof(*cluster));

	for (size_t first = 0; first < count; first = after, clusters++) {
		int begin = starts[first], end = item->length;

		after = cluster_end(glyphs, first);
		if (backward && first > 0)
			end = starts[first - 1];
		else if (!backward && after < count)
			end = starts[after];
		for (size_t i = first; i < after; i++) {
			const PangoGlyphInfo *info = &glyphs->glyphs[i];

			placed[backward ? count - after + (i - first) : i] = (struct shaped_glyph){
				.index = (unsigned)drawn_glyph(engine, item->analysis.font,
							       info->glyph, piece->text + begin,
							       end - begin),
				.x = x + info->geometry.x_offset / (double)PANGO_SCALE,
				.y = (float)(info->geometry.y_offset / (double)PANGO_SCALE),
			};
			x += info->geometry.width / (double)PANGO_SCALE;
		}
		if (!plain)
			cluster[backward ? count - 1 - clusters : clusters] =
				(cairo_text_cluster_t){ .num_bytes = end - begin,
							.num_glyphs = (int)(after - first) };
		x += tracking;
	}
	piece->backward = backward;
	piece->glyphs = placed;
	piece->glyph_count = (unsigned)count;
	piece->clusters = cluster + (backward ? count - clusters : 0);
	piece->cluster_count = (unsigned)clusters;
	return x;
}

/* The map of pango may forget a font that shaped text still points to. */
static cairo_scaled_font_t *keep_font(struct text_engine *engine, PangoFont *font)
{
	cairo_scaled_font_t *scaled = pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font));

	for (size_t i = 0; i < engine->kept_count; i++)
		if (engine->kept[i] == scaled)
			return scaled;
	engine->kept = arena_grow(engine->arena, engine->kept, engine->kept_count,
				  &engine->kept_capacity, sizeof(*engine->kept));
	engine->kept[engine->kept_count++] = cairo_scaled_font_reference(scaled);
	return scaled;
}

/* Line feeds, tabs and the like have no shape: they are set as blanks. */
static void blank_controls(char *text)
{
	for (; *text != '\0'; text++)
		if ((unsigned char)*text < ' ')
			*text = ' ';
}

static struct shaped_text *shape(struct text_engine *engine, int number, const char *text,
				 size_t length)
{
	struct engine_font *font = engine->list[number];
	struct shaped_text *shaped = arena_alloc(engine->arena, sizeof(*shaped));
	PangoGlyphString *glyphs = pango_glyph_string_new();
	char *words = arena_strndup(engine->arena, text, length);
	GList *items;
	double x = 0;

	blank_controls(words);
	shaped->text = words;
	shaped->length = (unsigned)length;
	shaped->font = number;
	shaped->facts = &font->facts;
	items = pango_itemize(fonts_context(engine->fonts), shaped->text, 0, (int)length,
			      font->attributes, NULL);
	shaped->pieces = arena_array(engine->arena, g_list_length(items), sizeof(*shaped->pieces));
	for (GList *link = items; link != NULL; link = link->next) {
		PangoItem *item = link->data;
		struct shaped_piece *piece = &shaped->pieces[shaped->piece_count++];

		pango_shape_with_flags(shaped->text + item->offset, item->length, shaped->text,
				       (int)length, &item->analysis, glyphs, PANGO_SHAPE_NONE);
		piece->font = keep_font(engine, item->analysis.font);
		piece->text = shaped->text + item->offset;
		piece->length = (unsigned)item->length;
		x = fill_piece(engine, font, item, glyphs, piece, x);
	}
	g_list_free_full(items, (GDestroyNotify)pango_item_free);
	pango_glyph_string_free(glyphs);
	shaped->width = x;
	return shaped;
}

static struct known_text *know(struct text_engine *engine, int font, const char *text,
			       size_t length)
{
	const struct known_text wanted = { .font = font, .text = text, .length = length };
	struct known_text *known = g_hash_table_lookup(engine->known, &wanted);

	if (known != NULL)
		return known;
	known = arena_alloc(engine->arena, sizeof(*known));
	*known = wanted;
	known->shaped = shape(engine, font, text, length);
	/* Texts differ from what is set in the few characters that have no shape. */
	known->text = memcmp(known->shaped->text, text, length) == 0
			      ? known->shaped->text
			      : arena_strndup(engine->arena, text, length);
	g_hash_table_add(engine->known, known);
	return known;
}

const struct shaped_text *text_shape(struct text_engine *engine, int font, const char *text,
				     size_t length)
{
	return know(engine, font, text, length)->shaped;
}

struct text_notes *text_notes(struct text_engine *engine, int font, const char *text)
{
	return &know(engine, font, text, strlen(text))->notes;
}

struct arena *text_arena(struct text_engine *engine)
{
	return engine->arena;
}

double text_width(struct text_engine *engine, int font, const char *text)
{
	return text_shape(engine, font, text, strlen(text))->width;
}

/* Left edge of a piece: of its first character, or of its last one. */
static double piece_left(const struct shaped_piece *piece)
{
	size_t last =
		piece->glyph_count - (size_t)piece->clusters[piece->cluster_count - 1].num_glyphs;

	return piece->glyphs[piece->backward ? last : 0].x;
}

void text_advances(const struct shaped_text *shaped, double *advances)
{
	for (size_t i = 0; i < shaped->length; i++)
		advances[i] = 0;
	for (size_t p = 0; p < shaped->piece_count; p++) {
		const struct shaped_piece *piece = &shaped->pieces[p];
		size_t byte = (size_t)(piece->text - shaped->text), glyph = 0;
		double end = p + 1 < shaped->piece_count ? piece_left(&shaped->pieces[p + 1])
							 : shaped->width;

		for (size_t c = 0; c < piece->cluster_count; c++) {
			double left = piece->glyphs[glyph].x, right = end;

			glyph += (size_t)piece->clusters[c].num_glyphs;
			if (piece->backward)
				end = left;
			else if (c + 1 < piece->cluster_count)
				right = piece->glyphs[glyph].x;
			advances[byte] = right - left;
			byte += (size_t)piece->clusters[c].num_bytes;
		}
	}
}

/* The clusters of a piece that lie between two bytes of the text. */
static bool slice_piece(const struct shaped_text *shaped, const struct shaped_piece *piece,
			size_t begin, size_t end, struct shaped_piece *part)
{
	size_t byte = (size_t)(piece->text - shaped->text), glyph = 0, cluster = 0;

	while (cluster < piece->cluster_count && byte < begin) {
		byte += (size_t)piece->clusters[cluster].num_bytes;
		glyph += (size_t)piece->clusters[cluster++].num_glyphs;
	}
	*part = *piece;
	part->text = shaped->text + byte;
	part->glyphs = piece->glyphs + glyph;
	part->clusters = piece->clusters + cluster;
	part->length = part->glyph_count = part->cluster_count = 0;
	for (; cluster < piece->cluster_count && byte < end; cluster++) {
		byte += (size_t)piece->clusters[cluster].num_bytes;
		part->length += (unsigned)piece->clusters[cluster].num_bytes;
		part->glyph_count += (unsigned)piece->clusters[cluster].num_glyphs;
		part->cluster_count++;
	}
	return part->cluster_count > 0;
}

struct shaped_text *text_slice(struct arena *arena, const struct shaped_text *shaped, size_t begin,
			       size_t end)
{
	struct shaped_text *slice = arena_alloc(arena, sizeof(*slice));
	struct arena *scratch = arena_new();
	double *advances = arena_array(scratch, shaped->length, sizeof(*advances));

	text_advances(shaped, advances);
	*slice = (struct shaped_text){
		.text = arena_strndup(arena, shaped->text + begin, end - begin),
		.length = (unsigned)(end - begin),
		.font = shaped->font,
		.facts = shaped->facts,
		.pieces = arena_array(arena, shaped->piece_count, sizeof(*slice->pieces)),
	};
	for (size_t i = 0; i < shaped->piece_count; i++) {
		struct shaped_piece *part = &slice->pieces[slice->piece_count];
		size_t byte;

		if (!slice_piece(shaped, &shaped->pieces[i], begin, end, part))
			continue;
		byte = (size_t)(part->text - shaped->text);
		part->shift = slice->width - piece_left(part);
		for (size_t last = byte + part->length; byte < last; byte++)
			slice->width += advances[byte];
		slice->piece_count++;
	}
	arena_free(scratch);
	return slice;
}

const char *text_missing_characters(struct text_engine *engine, struct arena *arena)
{
	struct buffer list;

	buffer_init(&list);
	for (size_t i = 0; i < engine->missing_count; i++) {
		size_t length;

		buffer_printf(&list, "%s%s (U+%04X)", i == 0 ? "" : ", ", engine->missing_list[i],
			      (unsigned)encoding_character(engine->missing_list[i], &length));
	}
	return buffer_finish(&list, arena);
}

void text_library_versions(struct buffer *out)
{
	int fontconfig = FcGetVersion();

	buffer_printf(out, "cairo %s\npango %s\n", cairo_version_string(), pango_version_string());
	buffer_printf(out, "fontconfig %d.%d.%d\nglib %u.%u.%u\n", fontconfig / 10000,
		      fontconfig / 100 % 100, fontconfig % 100, glib_major_version,
		      glib_minor_version, glib_micro_version);
}
