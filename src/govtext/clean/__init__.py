"""Source text → working text: layout gone, widths folded, every character traceable."""

from govtext.clean.fold import fold, fold_width, is_traditional
from govtext.clean.pieces import Builder, Pieces
from govtext.clean.reflow import reflow
from govtext.clean.report import Place, Report

__all__ = ["Builder", "Pieces", "Place", "Report", "fold", "fold_width", "is_traditional", "reflow"]
