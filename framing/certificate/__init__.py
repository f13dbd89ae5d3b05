"""What a trainee takes along: the trend of their runs as a chart, and a report as a page or a PDF."""
