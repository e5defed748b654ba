#include "run/versions.h"

#include "base/buffer.h"
#include "base/deflate.h"
#include "base/source.h"
#include "data/run_record.h"
#include "device/device.h"
#include "disclosure/solver.h"
#include "html/web_font.h"
#include "records/records.h"
#include "serve/server.h"
#include "sheets/archive.h"
#include "sheets/workbook.h"
#include "spec/xml.h"
#include "text/engine.h"

void versions_write(struct buffer *out)
{
	buffer_add_text(out, "gradient " GRADIENT_VERSION "\n");
	buffer_printf(out, "libxml2 %s\n", xml_library_version());
	text_library_versions(out);
	buffer_printf(out, "harfbuzz %s\n", web_font_library_version());
	buffer_printf(out, "zlib %s\n", source_library_version());
	buffer_printf(out, "libdeflate %s\n", deflate_library_version());
	buffer_printf(out, "zstd %s\n", records_library_version());
	buffer_printf(out, "libpng %s\n", png_library_version());
	buffer_printf(out, "clp %s\n", solver_library_version());
	buffer_printf(out, "jansson %s\n", run_record_library_version());
	buffer_printf(out, "libxlsxwriter %s\n", xlsx_library_version());
	buffer_printf(out, "libzip %s\n", archive_library_version());
	buffer_printf(out, "libmicrohttpd %s\n", server_library_version());
}
