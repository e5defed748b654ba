#include "prose/passage.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"

static const char open_quote[] = "\xe2\x80\x9c", close_quote[] = "\xe2\x80\x9d";

struct maker {
	struct arena *arena;
	struct passage *passage;
	struct buffer text;
};

static void add_text(struct maker *maker, const struct inline_part *part)
{
	struct passage *passage = maker->passage;

	passage->pieces = arena_grow(maker->arena, passage->pieces, passage->piece_count,
				     &passage->piece_capacity, sizeof(*passage->pieces));
	passage->pieces[passage->piece_count++] = (struct passage_piece){
		.first = maker->text.length,
		.length = strlen(part->text),
		.written = part->written,
		.at = part->at,
	};
	buffer_add_text(&maker->text, part->text);
}

static void add_figure(struct maker *maker, const struct inline_part *part, char mark)
{
	struct passage *passage = maker->passage;

	passage->figures = arena_grow(maker->arena, passage->figures, passage->figure_count,
				      &passage->figure_capacity, sizeof(*passage->figures));
	passage->figures[passage->figure_count++] = part->at;
	buffer_add_char(&maker->text, mark);
}

static void add_parts(struct maker *maker, const struct inline_part *part)
{
	for (; part != NULL; part = part->next)
		switch (part->kind) {
		case INLINE_TEXT:
			add_text(maker, part);
			break;
		case INLINE_VALUE:
		case INLINE_INTERVAL:
			add_figure(maker, part, PASSAGE_COMPUTED);
			break;
		case INLINE_PHRASE:
			add_figure(maker, part, PASSAGE_SENTENCE);
			break;
		case INLINE_EMPHASIS:
		case INLINE_STRONG:
		case INLINE_LINK:
		case INLINE_WHEN:
			add_parts(maker, part->children);
			break;
		case INLINE_NAME:
		case INLINE_REF:
		case INLINE_TERM:
		case INLINE_ABBREVIATION:
			buffer_add_char(&maker->text, PASSAGE_OTHER);
			break;
		case INLINE_NOTE:
		case INLINE_TO_WRITE:
			break;
		}
}

/* What others said is not for the author to change. */
static void blot_quotations(char *text)
{
	char *open = strstr(text, open_quote);

	while (open != NULL) {
		char *close = strstr(open, close_quote);

		if (close == NULL)
			return;
		memset(open, PASSAGE_OTHER, (size_t)(close - open));
		open = strstr(close, open_quote);
	}
}

struct passage passage_of(struct arena *arena, const struct inline_part *of)
{
	struct passage passage = { 0 };
	struct maker maker = { .arena = arena, .passage = &passage };
	char *text;

	buffer_init(&maker.text);
	add_parts(&maker, of);
	text = buffer_finish(&maker.text, arena);
	blot_quotations(text);
	passage.text = text;
	return passage;
}

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Steps over as much of the written text as stands before a byte of the folded one. */
struct location passage_place(const struct passage *passage, size_t offset)
{
	const struct passage_piece *piece = &passage->pieces[0];
	struct location at;
	size_t folded = 0;
	bool blank = false;

	for (size_t i = 0; i < passage->piece_count; i++)
		if (offset >= passage->pieces[i].first)
			piece = &passage->pieces[i];
	at = piece->at;
	offset -= piece->first;
	for (const char *c = piece->written; *c != '\0'; c++) {
		bool space = is_space(*c);

		if (folded == offset && !space)
			break;
		folded += !space || !blank;
		blank = space;
		if (*c == '\n') {
			at.line++;
			at.column = 1;
		} else if (((unsigned char)*c & 0xc0) != 0x80) {
			at.column++;
		}
	}
	return at;
}
