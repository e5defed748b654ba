/*
 * archive.c - what PDF/A-3a wants beside PDF/UA: the meaning of colours, and files with the data of the report
 * (ISO 19005-3, 6.2.3 and annex E).
 */
#include "base/arena.h"
#include "base/buffer.h"
#include "pdf/finish_parts.h"
#include "pdf/words.h"

static struct pdf_slice slice(const struct buffer *buffer)
{
	return (struct pdf_slice){ buffer_text(buffer), buffer->length };
}

static int write_file(struct pdf_finish *finish, const struct pages_attachment *attachment)
{
	int number = pdf_writer_reserve(finish->writer);
	struct buffer entries;

	buffer_init(&entries);
	buffer_add_text(&entries, "/Type /EmbeddedFile ");
	pdf_add_name_entry(&entries, "Subtype", attachment->media_type);
	buffer_printf(&entries, "/Params << /Size %zu ", attachment->length);
	pdf_add_text_entry(&entries, "CreationDate",
			   pdf_date(finish->arena, &finish->pages->properties));
	pdf_add_text_entry(&entries, "ModDate",
			   pdf_date(finish->arena, &finish->pages->properties));
	buffer_add_text(&entries, ">>");
	pdf_writer_stream(finish->writer, number, buffer_text(&entries),
			  (struct pdf_slice){ attachment->bytes, attachment->length });
	buffer_clear(&entries);
	return number;
}

void pdf_write_attachments(struct pdf_finish *finish)
{
	const struct pages_archive *archive = &finish->pages->archive;

	finish->attachment_objects =
		arena_array(finish->arena, archive->attachment_count, sizeof(int));
	for (size_t i = 0; i < archive->attachment_count && archive->profile != NULL; i++) {
		const struct pages_attachment *attachment = &archive->attachments[i];
		int file = write_file(finish, attachment);
		struct buffer text;

		buffer_init(&text);
		buffer_add_text(&text, "<< /Type /Filespec /AFRelationship /Data ");
		pdf_add_text_entry(&text, "F", attachment->name);
		pdf_add_text_entry(&text, "UF", attachment->name);
		pdf_add_text_entry(&text, "Desc", attachment->description);
		buffer_printf(&text, "/EF << /F %d 0 R /UF %d 0 R >> >>", file, file);
		finish->attachment_objects[i] = pdf_writer_reserve(finish->writer);
		pdf_writer_object(finish->writer, finish->attachment_objects[i], slice(&text));
		buffer_clear(&text);
	}
}

/* Programs that know no structure look in the catalog alone: all files are named there. */
void pdf_add_associated(const struct pdf_finish *finish, int element, struct buffer *out)
{
	const struct pages_archive *archive = &finish->pages->archive;
	bool any = false;

	for (size_t i = 0; i < archive->attachment_count && archive->profile != NULL; i++) {
		if (element != 0 && archive->attachments[i].element != element)
			continue;
		buffer_printf(out, "%s%d 0 R ", any ? "" : "/AF [", finish->attachment_objects[i]);
		any = true;
	}
	if (any)
		buffer_add_text(out, "] ");
}

int pdf_write_attachment_names(struct pdf_finish *finish)
{
	const struct pages_archive *archive = &finish->pages->archive;
	struct name_entry *entries;

	if (archive->profile == NULL || archive->attachment_count == 0)
		return 0;
	entries = arena_array(finish->arena, archive->attachment_count, sizeof(*entries));
	for (size_t i = 0; i < archive->attachment_count; i++)
		entries[i] = (struct name_entry){
			pdf_place_name(finish->arena, archive->attachments[i].name),
			arena_printf(finish->arena, "%d 0 R", finish->attachment_objects[i])
		};
	return pdf_write_names(finish, entries, archive->attachment_count);
}

void pdf_add_archive(struct pdf_finish *finish, struct buffer *catalog)
{
	const struct pages_archive *archive = &finish->pages->archive;
	int profile;

	if (archive->profile == NULL)
		return;
	profile = pdf_writer_reserve(finish->writer);
	pdf_writer_stream(finish->writer, profile, "/N 3",
			  (struct pdf_slice){ archive->profile, archive->profile_length });
	buffer_printf(catalog,
		      "/OutputIntents [<< /Type /OutputIntent /S /GTS_PDFA1 "
		      "/OutputConditionIdentifier (sRGB IEC61966-2.1) /Info (sRGB IEC61966-2.1) "
		      "/RegistryName (http://www.color.org) /DestOutputProfile %d 0 R >>] ",
		      profile);
}
